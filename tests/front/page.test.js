// A page without a kernel: embedded widgets come to life, and the address follows.

import assert from "node:assert/strict";
import { mock, test } from "node:test";

import { approach, compress, drawn, find, freshRoot, settle } from "./browser.js";
import { startPage } from "../../kit/widgets/front/page.js";

const rest = { unit: "", help: "", default: 0 };
const controls = [
  { ...rest, kind: "slider", name: "year", label: "Year", options: ["2010", "2011", "2012"] },
  { ...rest, kind: "select", name: "per", label: "Per", options: ["total", "head"] },
];
const drawings = [0, 1, 2, 3, 4, 5].map((i) => ({
  figure: { data: [{ y: [i] }], layout: { annotations: [{ text: '<a href="02.ipynb">x</a>' }] } },
  caption: `note ${i}`,
}));
const spec = {
  id: "robots",
  title: "Robots",
  about: "",
  source: "",
  data: ["robots"],
  height: 320,
  controls,
  states: compress(drawings),
};
const quiz = { id: "q", title: "", label: "", questions: [{ kind: "single", text: "one", options: [] }] };

/** @param {string} kind @param {{id: string}} content */
function widget(kind, content) {
  return `<div class="kit-widget" id="${content.id}" data-kit="${kind}"><script type="application/json">${JSON.stringify(content)}</script></div>`;
}

test("widgets are mounted, charts wait until the reader is near, and states stand in the address", async () => {
  mock.timers.enable({ apis: ["setTimeout"] });
  const root = freshRoot();
  root.innerHTML = widget("explore", spec) + widget("quiz", quiz);
  history.replaceState(null, "", "#robots?year=2011&per=head");
  Object.defineProperty(document, "currentScript", { value: { src: "file:///site/_static/kit.js" } });
  Object.defineProperty(document, "readyState", { value: "complete" });
  startPage();
  await settle();
  assert.equal(document.documentElement.dataset.kit, "ready");
  const note = () => find(root, ".kit-note").textContent;
  assert.equal(note(), "note 3");
  assert.equal(find(root, "#q legend").textContent, "one");
  assert.equal(find(root, ".kit-acts a").getAttribute("href"), "file:///site/data/robots.html");

  await settle();
  assert.deepEqual(drawn, []);
  approach();
  mock.timers.tick(16);
  await settle();
  assert.deepEqual(
    drawn.map(({ data }) => data[0].y),
    [[3]],
  );

  const slider = find(root, "input[type=range]");
  mock.timers.tick(1000);
  for (const value of ["0", "2"]) {
    slider.value = value;
    slider.dispatchEvent(new Event("input"));
    mock.timers.tick(16);
  }
  assert.equal(note(), "note 5");
  assert.equal(location.hash, "#robots?year=2011&per=head", "not before the reader rests");
  mock.timers.tick(400);
  assert.equal(location.hash, "#robots?year=2012&per=head");
  assert.deepEqual(history.state, { kit: { robots: [2, 1] } });

  history.replaceState({ kit: { robots: [1, 0] } }, "");
  dispatchEvent(new Event("popstate"));
  assert.deepEqual([note(), find(root, "output").textContent], ["note 2", "2011"]);
  history.replaceState(null, "", "#robots?year=2010");
  dispatchEvent(new Event("popstate"));
  assert.equal(note(), "note 0");
  history.replaceState(null, "", "#elsewhere");
  dispatchEvent(new Event("popstate"));
  assert.equal(note(), "note 0");
  assert.deepEqual(history.state, { kit: { robots: [0, 0] } }, "a link inside the page keeps the states");
});

test("on paper a chart is drawn that the reader has not come near", async () => {
  mock.timers.reset();
  const root = freshRoot();
  root.innerHTML = widget("explore", { ...spec, id: "paper" });
  startPage();
  await settle();
  assert.deepEqual(drawn, []);
  dispatchEvent(new Event("beforeprint"));
  await settle();
  assert.ok(drawn.some(({ layout }) => layout.width === 600));
  dispatchEvent(new Event("afterprint"));
});
