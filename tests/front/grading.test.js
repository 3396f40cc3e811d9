// Answers judged, and checked after they were stored.

import assert from "node:assert/strict";
import { test } from "node:test";

import {
  allTicked,
  codedAnswer,
  inPlace,
  isAnswer,
  optionMet,
  soundFirst,
} from "../../kit/widgets/front/logic/grading.js";

/** @param {number | null} value @param {number} within @param {boolean} right */
const option = (value, within, right) => ({ value, within, right, why: "" });
const choice = {
  text: "",
  version: "",
  options: ["a", "b", "c"].map((text) => ({ text, why: "", right: text === "a" })),
};
/** @type {Record<string, any>} */
const QUESTIONS = {
  single: { ...choice, kind: "single" },
  several: { ...choice, kind: "several" },
  order: { ...choice, kind: "order", start: [1, 2, 0] },
  number: {
    text: "",
    version: "",
    kind: "number",
    unit: "%",
    options: [option(49, 0.5, false), option(51, 1.5, true), option(null, 0, false)],
  },
};

test("an edge that a right and a wrong option share belongs to the right one", () => {
  const { options } = QUESTIONS.number;
  assert.deepEqual(
    [49.5, 49.4, 52.5, 52.6].map((number) => optionMet(options, number)),
    [1, 0, 1, 2],
  );
  assert.equal(
    optionMet([option(null, 0, false), option(3, 0, false)], 3),
    1,
    "a named mistake comes before all others",
  );
  assert.equal(optionMet([option(3, 0, true)], 4), -1);
});

test("what was stored is an answer only if it could have been given", () => {
  const good = { single: [0, 2], several: [[], [0, 2]], order: [[2, 0, 1]], number: [0, -3.5] };
  const bad = {
    single: [3, -1, 0.5, "0", null, undefined, [0], {}, NaN, true],
    several: [[3], [0, 0], 1, "0", null, {}, [[0]], [null]],
    order: [[0, 1], [0, 1, 1], [0, 1, 3], [0, 1, 2, 2], null, 3],
    number: ["3", NaN, Infinity, null, [], {}, undefined],
  };
  for (const [kind, answers] of Object.entries(good))
    for (const answer of answers) assert.ok(isAnswer(QUESTIONS[kind], answer), kind);
  for (const [kind, answers] of Object.entries(bad))
    for (const answer of answers) assert.ok(!isAnswer(QUESTIONS[kind], answer), `${kind} ${answer}`);
});

test("the first answer fits its code, or there was none", () => {
  const largest = { single: 3, several: 8, order: 4, number: 4 };
  for (const [kind, most] of Object.entries(largest)) {
    assert.deepEqual(
      [1, most].map((first) => soundFirst(QUESTIONS[kind], first)),
      [1, most],
    );
    for (const first of [0, -1, most + 1, 1.5, "1", null, undefined, NaN, [1]])
      assert.equal(soundFirst(QUESTIONS[kind], first), 0, kind);
  }
  assert.deepEqual(
    [
      codedAnswer(QUESTIONS.single, 2),
      codedAnswer(QUESTIONS.several, [0, 1, 2]),
      codedAnswer(QUESTIONS.order, [0, 1, 2]),
      codedAnswer(QUESTIONS.number, 99),
    ],
    [3, 8, 4, 3],
  );
});

test("several are right only if exactly the right ones are ticked", () => {
  const rights = [{ right: true }, { right: false }];
  assert.deepEqual(
    [
      [true, false],
      [true, true],
      [false, false],
    ].map((ticked) => allTicked(rights, ticked)),
    [true, false, false],
  );
});

test("an item of an order counts only in its own place", () => {
  assert.deepEqual(
    [
      [0, 1, 2],
      [0, 2, 1],
      [1, 2, 0],
    ].map(inPlace),
    [3, 1, 0],
  );
});
