// A figure made ready for a dark page, a phone, paper and large type.

import assert from "node:assert/strict";
import { test } from "node:test";

import {
  darken,
  dress,
  enlarge,
  heightOf,
  labelAddress,
  needsMap,
  shorten,
} from "../../kit/widgets/front/logic/figures.js";

const view = { width: 800, scale: 1, dark: false, onPaper: false };
const label = { text: "United States", xanchor: "left", xshift: 8 };
const figure = {
  data: [{ line: { color: "#0b5cad" } }],
  layout: { width: 900, height: 500, font: { size: 10 }, margin: { r: 100 }, annotations: [label] },
};

test("template and width are the page's, the figure itself is left as it was", () => {
  const before = structuredClone(figure);
  const { data, layout } = dress(figure, view);
  assert.deepEqual(data, figure.data);
  assert.deepEqual(
    [layout.width, layout.height, layout.autosize, layout.template.layout.meta],
    [undefined, undefined, true, "kit"],
  );
  assert.equal(layout.annotations[0].text, "United States");
  dress(figure, { width: 300, scale: 2, dark: true, onPaper: false });
  assert.deepEqual(figure, before);
});

test("dark on a dark screen, and never on paper", () => {
  assert.equal(dress(figure, { ...view, dark: true }).data[0].line.color, "#7db8f2");
  assert.equal(dress(figure, { ...view, dark: true, onPaper: true }).data[0].line.color, "#0b5cad");
  assert.deepEqual(darken({ a: ["#ffffff", "red"], scale: [[0, "#ffffff"]], numbers: [1, 2], none: null }), {
    a: ["#15191e", "red"],
    scale: [[0, "#15191e"]],
    numbers: [1, 2],
    none: null,
  });
});

test("paper is narrower than most screens, a phone narrower still", () => {
  assert.equal(dress(figure, { ...view, onPaper: true }).layout.width, 636);
  assert.equal(dress(figure, { ...view, width: 500, onPaper: true }).layout.width, 500);
});

test("a phone has short names and a margin that fits them", () => {
  const { annotations, margin } = dress(figure, { ...view, width: 479 }).layout;
  assert.equal(annotations[0].text, "US");
  assert.equal(margin.r, 40);
  assert.equal(dress(figure, { ...view, width: 480 }).layout.margin.r, 100);
  assert.equal(shorten({ ...figure.layout, annotations: [{ ...label, text: "ten letters" }] }).margin.r, 16 + 7.5 * 11);
  assert.equal(shorten({ ...figure.layout, margin: { r: 50 } }).margin.r, 50);
  assert.equal(shorten({ ...figure.layout, annotations: [{ text: "above" }] }).margin.r, 100);
});

test("large type: letters and margins grow, nothing else", () => {
  const layout = {
    font: { size: 10 },
    titlefont: { size: 10 },
    margin: { r: 10, pad: true },
    xaxis: { range: [1, 2], tickfont: { size: 8 } },
    annotations: [{ size: 3, font: { size: 9 } }],
  };
  assert.deepEqual(enlarge(layout, 2), {
    font: { size: 20 },
    titlefont: { size: 20 },
    margin: { r: 20, pad: true },
    xaxis: { range: [1, 2], tickfont: { size: 16 } },
    annotations: [{ size: 3, font: { size: 18 } }],
  });
  assert.equal(dress(figure, { ...view, scale: 1.04 }).layout.font.size, 10);
  assert.equal(dress(figure, { ...view, scale: 1.5 }).layout.font.size, 15);
});

test("a guest keeps its names, its template and its height", () => {
  const guest = { ...figure, guest: true };
  const { annotations, template } = dress(guest, { ...view, width: 300 }).layout;
  assert.deepEqual([annotations[0].text, template.layout.meta], ["United States", undefined]);
  assert.deepEqual([heightOf(figure, 340), heightOf(guest, 340)], [340, 500]);
  const rows = {
    yaxis: { domain: [0, 0.3] },
    yaxis2: { domain: [0.3, 0.6] },
    yaxis3: { domain: [0.6, 1] },
    yaxis4: { domain: [0, 0.3] },
  };
  assert.equal(heightOf({ data: [], layout: rows, guest: true }, 340), 510);
});

test("a label leads to a page on a page, and to a notebook in a notebook", () => {
  const text = '<a href="04_vehicles.ipynb">Vehicles</a>';
  assert.equal(labelAddress({ text }, true), "04_vehicles.html");
  assert.equal(labelAddress({ text }, false), "04_vehicles.ipynb");
  assert.equal(labelAddress({ text: "no link" }, true), undefined);
});

test("a map asks the network for its ground, unless it brings its outlines along; no other chart does", () => {
  const needs = (/** @type {object} */ trace) => needsMap({ data: [{ type: "bar" }, trace], layout: {} });
  for (const type of ["scattermap", "densitymap", "choroplethmap", "scattergeo", "choropleth"]) {
    assert.deepEqual(
      [
        needs({ type }),
        needs({ type, geojson: "https://example.org/a.json" }),
        needs({ type, geojson: { features: [] } }),
      ],
      [true, true, false],
      type,
    );
  }
  assert.deepEqual([needs({ type: "scatter" }), needs({}), needsMap({ data: [], layout: {} })], [false, false, false]);
});

test("a label leads to pages only, never to a script, whatever hides in its address", () => {
  const address = (/** @type {string} */ href) => labelAddress({ text: `<a href="${href}">x</a>` }, true);
  assert.deepEqual(["https://a.org/x.ipynb", "HTTP://a.org", "../b.html#c:d", "#here"].map(address), [
    "https://a.org/x.html",
    "HTTP://a.org",
    "../b.html#c:d",
    "#here",
  ]);
  for (const href of [
    "javascript:alert(1)",
    " JaVa\tscript:x",
    "\u0001javascript:x",
    "data:text/html,x",
    "file:///etc",
    "mailto:a@b.org",
  ])
    assert.equal(address(href), undefined, href);
});
