// A line drawn by hand.

import assert from "node:assert/strict";
import { test } from "node:test";

import { nearest, strokeBetween, withGuess } from "../../kit/widgets/front/logic/strokes.js";

test("a pointer takes the nearest place", () => {
  assert.deepEqual(
    [2009, 2011.4, 2011.6, 2050].map((x) => nearest([2011, 2012, 2013], x)),
    [0, 0, 1, 2],
  );
});

test("a fast stroke fills what it skipped, in both directions, ends included", () => {
  assert.deepEqual(strokeBetween({ i: 0, y: 0 }, { i: 2, y: 10 }), [
    { i: 0, y: 0 },
    { i: 1, y: 5 },
    { i: 2, y: 10 },
  ]);
  assert.deepEqual(strokeBetween({ i: 2, y: 0 }, { i: 1, y: 4 }), [
    { i: 2, y: 0 },
    { i: 1, y: 4 },
  ]);
  assert.deepEqual(strokeBetween({ i: 1, y: 0 }, { i: 1, y: 4 }), [
    { i: 1, y: 0 },
    { i: 1, y: 4 },
  ]);
});

test("the guess starts at the last known point and is named; nothing hovers before the reader has committed", () => {
  const figure = { data: [{ name: "A" }], layout: { hovermode: "x", annotations: [{ text: "A" }] } };
  const spec = /** @type {any} */ ({
    places: [1, 2, 3, 4],
    known: 2,
    start: 7,
    color: "#57606a",
    background: "#ffffff",
  });
  const before = withGuess(figure, spec, [8, 9], false);
  const [, guess] = before.data;
  assert.deepEqual([guess.x, guess.y, guess.marker.size, guess.hoverinfo], [[2, 3, 4], [7, 8, 9], [0, 10, 10], "skip"]);
  assert.deepEqual(
    [before.layout.annotations[1].x, before.layout.annotations[1].y, before.layout.annotations[1].text],
    [4, 9, "your_guess"],
  );
  assert.equal(before.layout.hovermode, false);
  const after = withGuess(figure, spec, [8, 9], true);
  assert.deepEqual([after.layout.hovermode, after.data[1].hoverinfo], ["x", "all"]);
});
