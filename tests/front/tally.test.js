// The arithmetic of a class's answers.

import assert from "node:assert/strict";
import { test } from "node:test";

import { summarizeGuesses, tallyOptions } from "../../kit/widgets/front/logic/tally.js";

const part = {
  text: "",
  options: ["a", "b", "c"],
  right: [1],
  mark: "",
  tally: "",
  why: ["because a", "", "because c"],
};

test("one option: counts, right ones, and the most common wrong one", () => {
  assert.deepEqual(tallyOptions(part, [1, 2, 2, 3, 3, 3]), { counts: [1, 2, 3], right: 2, worst: 2 });
  assert.equal(tallyOptions(part, [1, 3]).worst, 0, "the first of two that are equally common");
  assert.equal(tallyOptions(part, [2, 2]).worst, undefined);
  assert.equal(
    tallyOptions({ ...part, why: ["", "", "because c"] }, [1, 1, 3]).worst,
    2,
    "one without a reason says nothing",
  );
});

test("several options: an answer is right only as a whole", () => {
  const several = { ...part, right: [0, 2], several: true };
  assert.deepEqual(tallyOptions(several, [6, 6, 2, 8, 1]), { counts: [4, 1, 3], right: 2, worst: undefined });
});

test("guesses: the middle of an odd and of an even number, and who is within a tenth", () => {
  assert.equal(summarizeGuesses([9, 1, 5], 5).middle, 5);
  assert.equal(summarizeGuesses([1, 2, 10, 4], 5).middle, 3);
  const { low, high, near } = summarizeGuesses([90, 110, 89, 111, 100], 100);
  assert.deepEqual([low, high, near], [89, 111, 3]);
  assert.equal(summarizeGuesses([-90, -110, -120], -100).near, 2);
});

test("bins have one even, round width, hold every guess once and the truth once", () => {
  const guesses = [120, 150, 180, 190, 230, 250, 280, 290, 310, 400];
  const { bins } = summarizeGuesses(guesses, 276);
  assert.deepEqual(
    bins.map(({ from, to, count }) => [from, to, count]),
    [
      [100, 150, 1],
      [150, 200, 3],
      [200, 250, 1],
      [250, 300, 3],
      [300, 350, 1],
      [350, 400, 0],
      [400, 450, 1],
    ],
  );
  assert.deepEqual(
    bins.filter(({ holdsTruth }) => holdsTruth).map(({ from }) => from),
    [250],
  );
});

test("what lies far out goes into open bins", () => {
  const { bins } = summarizeGuesses([-1000, 8, 10, 12, 1000], 10);
  assert.equal(bins[0].from, -Infinity);
  assert.equal(bins[0].count, 1);
  assert.deepEqual([bins.at(-1)?.to, bins.at(-1)?.count], [Infinity, 1]);
  assert.equal(
    bins.reduce((sum, { count }) => sum + count, 0),
    5,
  );
  assert.ok(bins.length <= 12);
  const spread = summarizeGuesses(
    Array.from({ length: 50 }, (_, i) => i * 6.1),
    100,
  ).bins;
  assert.deepEqual([spread.length, spread[0].to], [6, 50]);
  const hundred = summarizeGuesses([0, 55, 100], 50).bins;
  assert.deepEqual([hundred.length, hundred[0].to], [6, 20]);
});

test("equal guesses make one bin", () => {
  assert.deepEqual(
    summarizeGuesses([5, 5], 5).bins.map(({ count }) => count),
    [2],
  );
  assert.deepEqual(
    summarizeGuesses([0], 0).bins.map(({ count }) => count),
    [1],
  );
});
