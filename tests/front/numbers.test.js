// Numbers read, written and compared; the table of cases is the Python side's too.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

import {
  clampToGrid,
  formatNumber,
  formatQuantity,
  gapWords,
  isWithin,
  kindOfGuess,
  readNumber,
} from "../../kit/widgets/front/logic/numbers.js";

const CASES = JSON.parse(readFileSync(new URL("numbers.json", import.meta.url), "utf8"));

test("a typed number is read, asked about or refused, as in Python", () => {
  for (const [text, unit, english, meanings] of CASES.read) {
    // -0 and 0 are one number to a reader.
    assert.deepEqual(
      readNumber(text, unit, english).map((value) => value + 0),
      meanings,
      `${text} ${unit}`,
    );
  }
});

test("a number and its unit are written as in Python", () => {
  for (const [value, words] of CASES.write) assert.equal(formatNumber(value), words);
  for (const [value, unit, words] of CASES.quantity) assert.equal(formatQuantity(value, unit), words);
  assert.deepEqual([Infinity, -Infinity, NaN].map(formatNumber), ["∞", "−∞", "–"]);
});

test("how a guess stands to the truth, at every border and with any sign", () => {
  const cases = [
    [20, 0.26, "dollars", "77 times high"],
    [0.26, 20, "dollars", "77 times low"],
    [100, 100, "", "none"],
    [100.9, 100, "", "small"],
    [101, 100, "", "1 % high"],
    [97, 100, "", "3 % low"],
    [194, 100, "", "94 % high"],
    [195, 100, "", "double"],
    [200, 100, "", "double"],
    [210, 100, "", "2.1 times high"],
    [50, 100, "", "half"],
    [52, 100, "", "48 % low"],
    [40, 100, "", "2.5 times low"],
    [994, 100, "", "9.9 times high"],
    [1040, 100, "", "10 times high"],
    [1234567, 1, "", "1,230,000 times high"],
    [30, 6, "%", "24 percentage points high"],
    [5, 6, "% of cars", "1 percentage point low"],
    [-3, 6, "%", "9 percentage points low"],
    [0, 5, "robots", "5 robots low"],
    [5, 0, "robots", "5 robots high"],
    [1, 0, "robots", "1 robot high"],
    [0, 0, "robots", "none"],
    [-10, -5, "degrees", "5 degrees low"],
    [-5, 5, "degrees", "10 degrees low"],
    [1e300, 1e-300, "", `1 × 10³⁰⁰ high`],
  ];
  for (const [guess, truth, unit, said] of cases) {
    assert.equal(gapWords(Number(guess), Number(truth), String(unit)), said, `${guess} → ${truth}`);
  }
});

test("a guess that is too high is never called low, at any ratio", () => {
  for (let power = -12; power < 12; power++) {
    for (const lead of [1.001, 1.4, 1.949, 1.951, 2.04, 3, 9.96]) {
      const truth = 7 * 10 ** power;
      assert.doesNotMatch(gapWords(truth * lead, truth), /low|half|e\+|-/);
      assert.doesNotMatch(gapWords(truth / lead, truth), /high|double|e\+|-/);
    }
  }
});

test("close is what lies within the tolerance, its ends included", () => {
  assert.deepEqual(
    [89, 90, 110, 111].map((guess) => kindOfGuess(guess, 100, 10)),
    ["too low", "close", "close", "too high"],
  );
});

test("the edges of every tolerance lie inside, the next digit outside", () => {
  assert.ok(isWithin(6.7, 6.3, 0.4) && isWithin(5.9, 6.3, 0.4) && !isWithin(6.71, 6.3, 0.4));
  assert.ok(!isWithin(1e9 + 1, 1e9, 0) && isWithin(0, 0, 0));
  let seed = 1;
  const random = (/** @type {number} */ most) => (seed = (seed * 48271) % 2147483647) % most;
  for (let round = 0; round < 5000; round++) {
    const places = random(7);
    const [value, within] = [random(2_000_000) - 1_000_000, random(100_000)];
    const written = (/** @type {number} */ units) => Number(`${units}e-${places}`);
    const shown = `${value} ± ${within}, ${places}`;
    assert.ok(isWithin(written(value + within), written(value), written(within)), shown);
    assert.ok(isWithin(written(value - within), written(value), written(within)), shown);
    assert.ok(!isWithin(written(value + within + 1), written(value), written(within)), shown);
    assert.ok(!isWithin(written(value - within - 1), written(value), written(within)), shown);
  }
});

test("a value stays on its grid and between its ends", () => {
  const grid = { low: 0, high: 100, step: 5 };
  assert.deepEqual(
    [-3, 0, 12.4, 12.6, 130].map((value) => clampToGrid(value, grid)),
    [0, 0, 10, 15, 100],
  );
  assert.equal(clampToGrid(0.29, { low: 0, high: 1, step: 0.1 }), 0.3);
});
