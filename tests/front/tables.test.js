// The data behind a chart as a table and as a file.

import assert from "node:assert/strict";
import { test } from "node:test";

import { formatCell, tableFrom, toCsv } from "../../kit/widgets/front/logic/tables.js";

const layout = { xaxis: { title: { text: "Year" } }, yaxis: { title: { text: "Robots" } } };

test("series that share their places are columns; number places are sorted, gaps stay", () => {
  const data = [
    { name: "A", x: [2012, 2010], y: [3, 1] },
    { name: "B", x: [2011], y: [5] },
  ];
  assert.deepEqual(tableFrom({ data, layout }), {
    head: ["Year", "A", "B"],
    rows: [
      [2010, 1, null],
      [2011, null, 5],
      [2012, 3, null],
    ],
  });
  assert.deepEqual(tableFrom({ data: [{ x: [10, 9, -1], y: [1, 2, 3] }], layout }).rows, [
    [-1, 3],
    [9, 2],
    [10, 1],
  ]);
});

test("places in words keep their order, a nameless series takes the title of its axis", () => {
  const data = [{ x: ["b", "a"], y: [1, 2] }];
  assert.deepEqual(tableFrom({ data, layout }), {
    head: ["Year", "Robots"],
    rows: [
      ["b", 1],
      ["a", 2],
    ],
  });
  assert.deepEqual(tableFrom({ data, layout: {} }).head, [" ", "value"]);
});

test("bars that lie down are read the other way round", () => {
  const data = [{ name: "A", orientation: "h", x: [1], y: ["China"] }];
  assert.deepEqual(tableFrom({ data, layout }), { head: ["Robots", "A"], rows: [["China", 1]] });
});

test("a place that comes twice, marks with names, or more than twelve series make a row for each point", () => {
  assert.deepEqual(tableFrom({ data: [{ name: "A", x: [1, 1], y: [2, 3] }], layout }), {
    head: ["series", "Year", "Robots"],
    rows: [
      ["A", 1, 2],
      ["A", 1, 3],
    ],
  });
  assert.deepEqual(tableFrom({ data: [{ name: "A", x: [1], y: [2], hovertext: ["this"] }], layout }), {
    head: ["mark", "series", "Year", "Robots"],
    rows: [["this", "A", 1, 2]],
  });
  const many = Array.from({ length: 13 }, (_, i) => ({ name: `${i}`, x: [1], y: [i] }));
  assert.equal(tableFrom({ data: many, layout }).rows.length, 13);
  assert.equal(tableFrom({ data: many.slice(1), layout }).rows.length, 1);
});

test("a heat table stands as it is; hidden traces and empty charts give nothing", () => {
  const heat = { x: ["a", "b"], y: ["p"], z: [[1, 2]] };
  assert.deepEqual(tableFrom({ data: [heat], layout: {} }), { head: [" ", "a", "b"], rows: [["p", 1, 2]] });
  assert.deepEqual(tableFrom({ data: [{ x: [1], y: [1], visible: false }], layout: {} }), { head: [], rows: [] });
  assert.deepEqual(tableFrom({ data: [{ type: "pie", labels: ["a"], values: [7] }], layout: {} }).rows, [["a", 7]]);
});

test("cells: years have no comma, values have, a gap is a dash", () => {
  assert.deepEqual(
    [formatCell(2023, true), formatCell(276000, false), formatCell(null, false), formatCell("x", false)],
    ["2023", "276,000", "–", "x"],
  );
});

test("a file: quotes, gaps, and no cell that a spreadsheet would run", () => {
  const rows = [
    ["a,b", 'say "x"', null],
    ["=1+1", -5, "-5"],
    ["two\nlines", 0.5, ""],
  ];
  assert.equal(
    toCsv({ head: ["p", "q", "r"], rows }),
    'p,q,r\r\n"a,b","say ""x""",\r\n\'=1+1,-5,\'-5\r\n"two\nlines",0.5,',
  );
});
