// The state of an explorer in an address.

import assert from "node:assert/strict";
import { test } from "node:test";

import {
  isState,
  linkTo,
  readHash,
  settingCount,
  stateFrom,
  stateIndex,
} from "../../kit/widgets/front/logic/settings.js";
import { chance } from "./chance.js";

const WORDS = [
  "China",
  "",
  "a~b",
  "~",
  "@1",
  "50 %",
  "%",
  "%E4",
  "a&b=c",
  "#x",
  "?",
  "两",
  "+",
  " blank ",
  "China",
  "1",
  "0",
];

/** @param {() => number} random @returns {any} */
function anExplorer(random) {
  const pick = (/** @type {any[]} */ list) => list[Math.floor(random() * list.length)];
  const controls = Array.from({ length: 1 + Math.floor(3 * random()) }, (_, i) => ({
    kind: pick(["select", "multiselect", "slider", "toggle"]),
    name: pick(["year", "a b", "%", "è", "&"]) + i,
    options: Array.from({ length: 1 + Math.floor(5 * random()) }, () => pick(WORDS)),
    default: 0,
  }));
  return { id: pick(["robots", "a b", "100%", "%zz", "a?b", "a#b", "图", "a&b"]), controls };
}

test("a link restores the exact state, whatever options, controls and explorers are called", () => {
  const random = chance(3);
  for (let round = 0; round < 3000; round++) {
    const spec = anExplorer(random);
    const state = spec.controls.map((/** @type {any} */ control) => Math.floor(random() * settingCount(control)));
    const link = linkTo("https://x.org/p.html#old", spec, state);
    // Once as it was written, once through the address bar.
    for (const { hash } of [{ hash: link.slice(link.indexOf("#")) }, new URL(link)])
      assert.deepEqual(stateFrom(spec, hash), state, `${link} ${JSON.stringify(spec)}`);
  }
});

test("a link to somewhere else, or to an explorer without settings, names no state", () => {
  const spec = /** @type {any} */ ({
    id: "robots",
    controls: [{ kind: "slider", name: "year", options: ["1", "2"], default: 1 }],
  });
  for (const hash of ["", "#", "#robots", "#other?year=1", "#100%", "#%", "#%E0%A4", "#?", "#present=3", "#robots%"])
    assert.equal(stateFrom(spec, hash), null, hash);
  assert.deepEqual(stateFrom(spec, "#robots?year=1"), [0]);
  for (const hash of ["#robots?", "#robots?year=9", "#robots?%", "#robots?year=%E0%A4%A", "#robots?yea=1", "#robots??"])
    assert.deepEqual(stateFrom(spec, hash), [1], `${hash}: the default`);
});

test("no text behind # stops a page", () => {
  const random = chance(4);
  const signs = "%#?&=~@abE0 \u4e24\ud800";
  for (let round = 0; round < 5000; round++) {
    const text = Array.from({ length: 8 }, () => signs[Math.floor(random() * signs.length)]).join("");
    assert.equal(typeof readHash(`#${text}`).id, "string");
    for (const state of [stateFrom(anExplorer(random), `#${text}`)])
      assert.ok(state === null || state.every(Number.isInteger));
  }
});

test("what is no state of the controls is known as such", () => {
  const { controls } = anExplorer(chance(5));
  const good = controls.map((/** @type {any} */ control) => settingCount(control) - 1);
  assert.ok(isState(controls, good) && Number.isInteger(stateIndex(controls, good)));
  const beyond = controls.map(settingCount);
  for (const wrong of [
    undefined,
    null,
    3,
    "0",
    [],
    [...good, 0],
    beyond,
    good.map(() => -1),
    good.map(() => 0.5),
    good.map(() => null),
  ])
    assert.ok(!isState(controls, wrong), JSON.stringify(wrong));
});
