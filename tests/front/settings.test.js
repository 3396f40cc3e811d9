// The state of an explorer, and addresses that hold it.

import assert from "node:assert/strict";
import { test } from "node:test";

import * as settings from "../../kit/widgets/front/logic/settings.js";

const rest = { label: "", unit: "", help: "", default: 1 };
/** @type {import("../../kit/widgets/front/contract").ControlSpec[]} */
const controls = [
  { ...rest, kind: "select", name: "per", options: ["total", "per head"] },
  { ...rest, kind: "multiselect", name: "place", options: ["A & B", "C", "D"] },
  { ...rest, kind: "slider", name: "year", options: ["2010", "2011", "2012"] },
];
const spec = { id: "robots", title: "", about: "", source: "", data: [], height: 1, controls };
const [choice, many] = controls;

test("states stand in the order of a counter whose last control turns fastest", () => {
  assert.deepEqual(controls.map(settings.settingCount), [2, 8, 3]);
  assert.equal(settings.stateIndex(controls, [0, 0, 2]), 2);
  assert.equal(settings.stateIndex(controls, [0, 1, 0]), 3);
  assert.equal(settings.stateIndex(controls, [1, 7, 2]), 47);
});

test("an address gives back the state it was made of, whatever stood behind # before", () => {
  for (const state of [
    [0, 0, 0],
    [1, 5, 2],
    [0, 7, 1],
  ]) {
    const link = settings.linkTo("file:///a.html#old?year=2010", spec, state);
    assert.ok(link.startsWith("file:///a.html#robots?per="));
    assert.deepEqual(settings.stateFrom(spec, link.slice(link.indexOf("#"))), state);
  }
});

test("an address of another explorer names no state; unknown words leave the defaults", () => {
  assert.equal(settings.stateFrom(spec, "#others?year=2012"), null);
  assert.deepEqual(settings.stateFrom(spec, "#robots?year=1999&per=none"), [1, 1, 1]);
  assert.equal(settings.stateFrom(spec, ""), null);
  assert.equal(settings.settingFrom(choice, "total"), 0);
  assert.equal(settings.settingFrom(many, "D~nothing"), 4);
});

test("tick boxes are bits, beyond 32 too", () => {
  const ticked = Array.from({ length: 40 }, (_, i) => i === 0 || i === 39);
  const setting = settings.settingOf(ticked);
  assert.equal(setting, 2 ** 39 + 1);
  assert.deepEqual(
    ticked.map((_, bit) => settings.isTicked(setting, bit)),
    ticked,
  );
  assert.equal(settings.settingText(many, 5), "A & B~D");
});

test("two states are the same only if every setting is", () => {
  assert.ok(settings.sameState([1, 2], [1, 2]));
  assert.ok(!settings.sameState([1, 2], [1, 3]));
  assert.ok(!settings.sameState([0, 2], [1, 2]));
});
