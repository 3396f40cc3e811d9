// A guess on the author's chart: where the truth stands on an axis of values, and nowhere else.

import assert from "node:assert/strict";
import { test } from "node:test";

import { markGuess } from "../../kit/widgets/front/logic/guess_mark.js";

const unit = { text: "% more problems" };
const kits = {
  data: [{ type: "bar", orientation: "h", x: [30, 15, -2], y: ["new", "all", "old"] }],
  layout: { annotations: [unit], margin: { t: 30 } },
};

/** @param {object} data @param {object} [layout] */
const guest = (data, layout = {}) => ({ data: [data], layout, guest: true });

/** The dashed line and its label. @param {any} found */
const mark = (found) => [found?.figure.layout.shapes.at(-1), found?.figure.layout.annotations.at(-1)];

test("on bars that lie a line stands from bottom to top, with its label above the unit; nothing else changes", () => {
  const before = JSON.stringify(kits);
  const found = markGuess(kits, 20, -2, "%");
  const [line, label] = mark(found);
  assert.deepEqual(
    [line.xref, line.x0, line.x1, line.yref, line.y0, line.y1, line.line.dash],
    ["x", 20, 20, "paper", 0, 1, "dash"],
  );
  assert.deepEqual(
    [label.text, label.x, label.xref, label.xanchor, label.y, label.yref],
    ["your_guess: 20 %", 20, "x", "right", 1, "paper"],
  );
  assert.deepEqual(
    [found?.figure.layout.annotations[0], found?.figure.layout.margin.t, found?.figure.data],
    [unit, 52, kits.data],
  );
  assert.equal(found?.label, "guess_on_chart");
  assert.equal(JSON.stringify(kits), before);
  assert.equal(mark(markGuess(kits, 5, 30, "%"))[1].xanchor, "left");
});

test("on lines and columns it lies from side to side", () => {
  for (const trace of [
    { type: "bar", x: ["a", "b"], y: [1, 4] },
    { x: [2020, 2021], y: [1, 4] },
    { type: "scattergl", x: ["2020-01-01"], y: [4] },
  ]) {
    const [line, label] = mark(markGuess(guest(trace), 3, 4, ""));
    assert.deepEqual(
      [line.yref, line.y0, line.xref, label.yref, label.y, label.xref, label.yanchor],
      ["y", 3, "paper", "y", 3, "paper", Array.isArray(trace.x) && trace.y[0] === 4 ? "bottom" : "top"],
    );
  }
});

test("where only the other axis holds the truth, as a year, the line stands there", () => {
  const [line] = mark(markGuess(guest({ x: [2019, 2021, 2023], y: [5, 7, 9] }), 2020, 2021, ""));
  assert.deepEqual([line.xref, line.x0], ["x", 2020]);
});

test("where steps multiply the label stands at the power of ten, the line at the value", () => {
  const prices = guest({ x: [1, 2], y: [100, 0.1] }, { yaxis: { type: "log" } });
  const [line, label] = mark(markGuess(prices, 10, 0.1, "dollars"));
  assert.deepEqual([line.y0, label.y], [10, 1]);
  assert.equal(markGuess(prices, 0, 0.1, "dollars"), null, "nothing is zero there");
  assert.ok(markGuess(prices, 1e7, 0.1, "dollars"));
  assert.equal(markGuess(prices, 1e9, 0.1, "dollars"), null);
});

test("a truth that is rounded otherwise than its value stands on the axis; another number does not", () => {
  assert.ok(markGuess(guest({ x: ["a"], y: [51.04] }), 40, 51, ""));
  assert.equal(markGuess(guest({ x: ["a", "b"], y: [0, 100] }), 40, 51, ""), null);
});

test("a guess far beyond the values stays on the number line: it would squeeze the chart", () => {
  const chart = guest({ type: "bar", x: ["a", "b"], y: [10, 20] });
  assert.deepEqual(
    [60, 61, -40, -41].map((guess) => Boolean(markGuess(chart, guess, 20, ""))),
    [true, false, true, false],
  );
  assert.ok(markGuess(guest({ x: ["a"], y: [7] }), 20, 7, ""), "one value is as wide as it is large");
  assert.ok(markGuess(guest({ x: ["a"], y: [0] }), 1, 0, ""));
});

test("an axis with set ends reaches the guess, whichever way it runs", () => {
  /** @param {any[]} range @param {number} guess */
  const ends = (range, guess) =>
    markGuess(guest({ x: [0, 1], y: [0, 20] }, { yaxis: { range, title: "t" } }), guess, 20, "")?.figure.layout.yaxis;
  assert.deepEqual(
    [ends([0, 25], 10), ends([0, 25], 30), ends([25, 0], 30), ends([0, 25], -10), ends([0, null], 30)],
    [
      { range: [0, 25], title: "t" },
      { range: [0, 31], title: "t" },
      { range: [31, 0], title: "t" },
      { range: [-11, 25], title: "t" },
      { range: [0, null], title: "t" },
    ],
  );
});

test("a chart of the kit that counts in another unit is left alone; one without a unit of its own is not asked", () => {
  assert.equal(markGuess(kits, 20, 30, "of 100"), null);
  assert.ok(markGuess(kits, 20, 30, ""));
  assert.ok(markGuess({ ...kits, guest: true }, 20, 30, "of 100"));
  assert.ok(markGuess({ ...kits, layout: { xaxis: { title: unit } } }, 20, 30, "%"));
});

/** @type {[string, object, object?][]} */
const elsewhere = [
  ["a pie", { type: "pie", values: [5], y: [5] }],
  ["a second axis", { y: [5], yaxis: "y2" }],
  ["bars on a base", { type: "bar", x: ["a"], y: [5], base: 2 }],
  ["areas on each other", { y: [5], stackgroup: "one" }],
  ["words on the axis", { y: [5], x: ["a"] }, { yaxis: { ticktext: ["five"], tickvals: [5] } }],
  ["dates", { y: [5], x: ["a"] }, { yaxis: { type: "date" } }],
  ["texts", { y: ["5", 5], x: ["a", "b"] }],
  ["columns on each other", { type: "bar", x: ["a", "a"], y: [5, 1] }, { barmode: "relative" }],
  ["shares of columns", { type: "bar", x: ["a"], y: [5] }, { barnorm: "percent" }],
  ["what is hidden", { y: [5], visible: "legendonly" }],
  ["nothing", {}],
];
for (const [name, trace, layout] of elsewhere) {
  test(`no axis of values: ${name}`, () => assert.equal(markGuess(guest(trace, layout), 4, 5, ""), null));
}

test("columns of several names, each at its own place, do not stand on each other", () => {
  const data = [
    { type: "bar", x: ["a"], y: [5] },
    { type: "bar", x: ["b"], y: [9] },
  ];
  assert.ok(markGuess({ data, layout: { barmode: "relative" }, guest: true }, 4, 5, ""));
});
