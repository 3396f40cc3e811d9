// The answers of a class, counted and put into bins.

import assert from "node:assert/strict";
import { test } from "node:test";

import { summarizeGuesses, tallyOptions } from "../../kit/widgets/front/logic/tally.js";
import { chance } from "./chance.js";

const edge = 1e-9;

/** Guesses of many kinds, with two digits as codes have them. @param {() => number} random */
function someGuesses(random) {
  const spread = 8 * random();
  const side = random();
  return Array.from({ length: 1 + Math.floor(30 * random()) }, () => {
    const sign = random() < side ? 1 : -1;
    return random() < 0.05 ? 0 : Number((sign * 10 ** (spread * (random() - 0.5) + 3)).toPrecision(2));
  });
}

test("every guess stands in one bin, the truth in one, and there are few", () => {
  const random = chance(1);
  for (let round = 0; round < 3000; round++) {
    const guesses = someGuesses(random);
    const truth = random() < 0.1 ? 0 : someGuesses(random)[0];
    const { bins } = summarizeGuesses(guesses, truth);
    const told = JSON.stringify({ guesses, truth, bins });
    assert.equal(
      bins.reduce((sum, bin) => sum + bin.count, 0),
      guesses.length,
      told,
    );
    assert.equal(bins.filter((bin) => bin.holdsTruth).length, 1, told);
    assert.ok(bins.length <= 12, told);
    for (let i = 1; i < bins.length; i++) assert.equal(bins[i].from, bins[i - 1].to, told);
    for (const { from, to, count } of bins)
      assert.equal(count, guesses.filter((guess) => from <= guess && guess < to).length, told);
  }
});

test("guesses on the side of the truth that differ more than tenfold never share a bin, up to ten powers of ten", () => {
  const random = chance(2);
  for (let round = 0; round < 3000; round++) {
    const truth = Number((10 ** (6 * random())).toPrecision(2));
    const guesses = Array.from({ length: 20 }, () => Number((10 ** (8 * random() - 2)).toPrecision(2)));
    for (const side of [1, -1]) {
      const signed = guesses.map((guess) => side * guess);
      for (const { from, to } of summarizeGuesses(signed, side * truth).bins) {
        const sizes = signed.filter((guess) => from <= guess && guess < to).map(Math.abs);
        if (sizes.length)
          assert.ok(Math.max(...sizes) <= 10 * Math.min(...sizes) * (1 + edge), `${from} to ${to}: ${sizes}`);
      }
    }
  }
  const bins = summarizeGuesses([0.26, 5, 60], 100).bins.filter((bin) => bin.count);
  assert.deepEqual(
    bins.map(({ from, to }) => [from, to]),
    [
      [0.2, 0.5],
      [5, 10],
      [50, 100],
    ],
  );
});

test("guesses of one size keep even bins of round numbers", () => {
  const { bins } = summarizeGuesses([200, 250, 300, 320, 480], 276);
  const widths = new Set(bins.map(({ from, to }) => to - from));
  assert.deepEqual([[...widths], bins[0].from], [[50], 200]);
});

test("within a tenth of the truth, both ends included, whatever the size", () => {
  for (const truth of [0.3, 1, 3, 7, 41, 100, 0.07, 276000, 1e9, -0.3, -50]) {
    const around = [0.89, 0.9, 1, 1.1, 1.11].map((share) => Number((share * truth).toPrecision(12)));
    assert.equal(summarizeGuesses(around, truth).near, 3, `${truth}`);
  }
  assert.equal(summarizeGuesses([0, 0.1], 0).near, 1);
});

test("ticks are counted by option, and only the whole right set is right", () => {
  const part = {
    text: "",
    options: Array.from({ length: 40 }, (_, i) => `${i}`),
    right: [0, 39],
    mark: "",
    tally: "",
    several: true,
  };
  const ticked = (/** @type {number[]} */ ...places) => 1 + places.reduce((sum, i) => sum + 2 ** i, 0);
  const { counts, right } = tallyOptions(part, [ticked(0, 39), ticked(39), ticked()]);
  assert.deepEqual([counts[0], counts[39], counts[7], right], [1, 2, 0, 1]);
});
