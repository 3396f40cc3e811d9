// A number line: guess and truth with their words, on an axis that holds both with room beside them.

import assert from "node:assert/strict";
import { test } from "node:test";

import { numberLine } from "../../kit/widgets/front/logic/number_line.js";

/** @param {number} guess @param {number} truth @param {{low: number, high: number} | null} [ends] */
const axis = (guess, truth, ends = null) => numberLine(guess, truth, "robots", ends).figure.layout.xaxis;

test("truth and guess are two dots, the guess hollow, each with its words", () => {
  const { figure, label } = numberLine(1, 40, "robots", null);
  assert.deepEqual(
    figure.data.map(({ x, text }) => [x[0], text[0]]),
    [
      [40, "truth: 40 robots"],
      [1, "your_guess: 1 robot"],
    ],
  );
  const [truth, guess] = figure.data.map(({ marker }) => marker);
  assert.deepEqual([truth.color, guess.color, guess.line.color], ["#0b5cad", "#ffffff", "#666666"]);
  assert.equal(label, "number_line");
});

test("a ratio above twenty is drawn where steps multiply, a smaller one and one below zero are not", () => {
  const kinds = [axis(1, 20), axis(1, 21), axis(21, 1), axis(0, 21), axis(-1, 21)].map(({ type }) => type);
  assert.deepEqual(kinds, ["linear", "log", "log", "linear", "linear"]);
});

test("the axis holds zero and both numbers, and has room beyond them; a bar keeps its own ends", () => {
  for (const [guess, truth] of [
    [3, 4],
    [4, 3],
    [-3, 2],
    [-3, -9],
    [0, 0],
    [5, 5],
  ]) {
    const [low, high] = axis(guess, truth).range;
    assert.ok(
      low < Math.min(0, guess, truth) && high > Math.max(0, guess, truth),
      `${guess} and ${truth} in ${low} to ${high}`,
    );
  }
  const [low, high] = axis(1, 1000).range;
  assert.ok(low < 0 && high > 3, "in powers of ten");
  assert.deepEqual(axis(1, 1000, { low: 0, high: 2000 }), {
    ...axis(1, 1, { low: 0, high: 2000 }),
    type: "linear",
    range: [0, 2000],
  });
});
