// An explorer and its kernel: what is asked, what is shown, what is told.

import assert from "node:assert/strict";
import { beforeEach, mock, test } from "node:test";

import { announced, button, copied, drawn, fakeModel, find, freshRoot, settle } from "./browser.js";
import { explore } from "../../kit/widgets/front/explore.js";

const rest = { label: "Year", unit: "AD", help: "", default: 1 };
/** @type {any} */
const spec = {
  id: "robots",
  title: "Robots",
  about: "",
  source: "Source: IFR",
  data: ["robots"],
  height: 320,
  controls: [
    { ...rest, kind: "slider", name: "year", options: ["2010", "2011", "2012"], play: true },
    { ...rest, kind: "multiselect", name: "place", label: "Place", options: ["A", "B"] },
    { ...rest, kind: "select", name: "per", label: "Per", options: ["total", "head"] },
    { ...rest, kind: "toggle", name: "log", label: "Log", options: ["off", "on"], default: 0 },
  ],
};
const START = [1, 1, 1, 0];

/** @param {number[]} state @param {object} more */
function answer(state, more = {}) {
  const figure = { data: [{ name: "A", x: [state[0]], y: [1] }], layout: {} };
  return JSON.stringify({ state, figure, caption: `note ${state}`, ...more });
}

/** @type {HTMLElement} */
let root;
/** @type {ReturnType<typeof fakeModel>} */
let model;
/** @type {() => void} */
let dispose;

beforeEach(() => {
  mock.timers.reset();
  mock.timers.enable({ apis: ["setTimeout", "setInterval"] });
  root = freshRoot();
  model = fakeModel({ _spec: spec, _state: START, _drawn: answer(START) });
  dispose = explore(model, root);
});

/** @param {string} value */
function slide(value) {
  const slider = find(root, "input[type=range]");
  slider.value = value;
  slider.dispatchEvent(new Event("input"));
}

/** @param {string} drawing */
function reply(drawing) {
  model.set("_drawn", drawing);
  model.emit("change:_drawn");
}

test("the first answer is drawn, named and, once it stands still, read out", async () => {
  await settle();
  assert.deepEqual(
    drawn.map(({ data }) => data[0].x),
    [[1]],
  );
  assert.equal(find(root, ".kit-note").textContent, "note 1,1,1,0");
  assert.equal(find(root, ".kit-chart").getAttribute("aria-label"), "Robots. note 1,1,1,0");
  assert.deepEqual(announced(root), []);
  mock.timers.tick(599);
  assert.deepEqual(announced(root), []);
  mock.timers.tick(1);
  assert.deepEqual(announced(root), ["note 1,1,1,0"]);
});

test("controls show the state with its words, and every change asks for the new state", () => {
  const slider = find(root, "input[type=range]");
  assert.deepEqual(
    [slider.value, slider.max, slider.getAttribute("aria-valuetext"), find(root, "output").textContent],
    ["1", "2", "2011 AD", "2011 AD"],
  );
  slide("2");
  assert.equal(slider.getAttribute("aria-valuetext"), "2012 AD");
  mock.timers.tick(16);
  find(root, "input[name=place]:not(:checked)").click();
  mock.timers.tick(16);
  find(root, "input[type=radio]").click();
  mock.timers.tick(16);
  find(root, "input[role=switch]").click();
  mock.timers.tick(16);
  assert.deepEqual(
    model.sent.map(({ _state }) => _state),
    [
      [2, 1, 1, 0],
      [2, 3, 1, 0],
      [2, 3, 0, 0],
      [2, 3, 0, 1],
    ],
  );
});

test("a fast drag asks once a frame, and in the end for the newest state", () => {
  for (const value of ["0", "2", "1", "0"]) slide(value);
  assert.equal(model.sent.length, 1);
  mock.timers.tick(16);
  assert.deepEqual(
    model.sent.map(({ _state }) => _state[0]),
    [0, 0],
  );
  mock.timers.tick(100);
  assert.equal(model.sent.length, 2);
});

test("an answer to what is no longer asked is dropped", async () => {
  slide("0");
  slide("2");
  mock.timers.tick(16);
  reply(answer([0, 1, 1, 0]));
  assert.equal(find(root, ".kit-note").textContent, "note 1,1,1,0");
  reply(answer([2, 1, 1, 0]));
  assert.equal(find(root, ".kit-note").textContent, "note 2,1,1,0");
});

test("a slow kernel makes the card busy, then slow, then without answer; an answer ends it", () => {
  const card = find(root, ".kit");
  slide("2");
  mock.timers.tick(299);
  assert.ok(!card.hasAttribute("aria-busy"));
  mock.timers.tick(1);
  assert.equal(card.getAttribute("aria-busy"), "true");
  mock.timers.tick(900);
  assert.deepEqual(announced(root), ["note 1,1,1,0", "slow"]);
  mock.timers.tick(4800);
  assert.deepEqual(announced(root), ["note 1,1,1,0", "no_answer"]);
  reply(answer([2, 1, 1, 0]));
  assert.ok(!card.hasAttribute("aria-busy"));
  mock.timers.tick(10_000);
  assert.deepEqual(announced(root), ["note 2,1,1,0"]);
});

test("back at the drawn state nothing is waited for", () => {
  slide("2");
  mock.timers.tick(16);
  slide("1");
  mock.timers.tick(10_000);
  assert.ok(!find(root, ".kit").hasAttribute("aria-busy"));
  assert.equal(find(root, ".kit-trouble").hidden, true);
});

test("a fault is told, the last good chart and note stay", async () => {
  await settle();
  slide("2");
  reply(JSON.stringify({ state: [2, 1, 1, 0], fault: "KeyError" }));
  assert.equal(find(root, ".kit-trouble").textContent, "failed: KeyError");
  assert.equal(find(root, ".kit-note").textContent, "note 1,1,1,0");
  await settle();
  assert.deepEqual(drawn.at(-1)?.data[0].x, [1]);
});

test("Reset asks for the defaults, and the kernel can move the controls", () => {
  slide("2");
  mock.timers.tick(16);
  button(root, "reset").click();
  assert.deepEqual(model.sent.at(-1)?._state, START);
  model.set("_state", [0, 2, 0, 1]);
  model.set("_drawn", answer([0, 2, 0, 1]));
  model.emit("change:_state");
  assert.equal(find(root, "output").textContent, "2010 AD");
  assert.deepEqual(
    [...root.querySelectorAll("input[name=place]")].map((input) => /** @type {any} */ (input).checked),
    [false, true],
  );
  assert.equal(find(root, ".kit-note").textContent, "note 0,2,0,1");
});

test("Play goes step by step to the end and stops there", () => {
  const play = button(root, "play: Year");
  slide("0");
  play.click();
  assert.deepEqual([find(root, "output").textContent, play.textContent], ["2011 AD", "pause"]);
  mock.timers.tick(500);
  assert.equal(find(root, "output").textContent, "2012 AD");
  mock.timers.tick(500);
  assert.equal(play.textContent, "play");
});

test("Play stops when the reader takes over", () => {
  const play = button(root, "play: Year");
  slide("0");
  play.click();
  find(root, "input[type=range]").dispatchEvent(new Event("keydown"));
  mock.timers.tick(5000);
  assert.deepEqual([find(root, "output").textContent, play.textContent], ["2011 AD", "play"]);
});

test("the data stand in a table that follows the chart", () => {
  const show = button(root, "show_data");
  assert.equal(show.getAttribute("aria-expanded"), "false");
  show.click();
  assert.deepEqual([show.textContent, show.getAttribute("aria-expanded")], ["hide_data", "true"]);
  assert.deepEqual(
    [...root.querySelectorAll("tbody td, tbody th")].map((cell) => cell.textContent),
    ["1", "1"],
  );
  slide("2");
  reply(answer([2, 1, 1, 0]));
  assert.equal(find(root, "tbody th").textContent, "2");
  show.click();
  assert.equal(find(root, ".kit-data").hidden, true);
});

test("a page answers at once, waits for nothing and gives a link", async () => {
  root = freshRoot();
  model = fakeModel({ _spec: spec, _state: START, _drawn: answer(START) });
  model.link = () => "file:///site/lessons/01.html#robots?year=2011";
  explore(model, root);
  slide("2");
  mock.timers.tick(10_000);
  assert.ok(!find(root, ".kit").hasAttribute("aria-busy"));
  const copy = button(root, "copy_link");
  copy.click();
  await settle();
  assert.deepEqual([copied.at(-1), location.hash, copy.textContent], [model.link(), "#robots?year=2011", "copied"]);
});

test("what is taken away hears nothing more", () => {
  dispose();
  reply(answer(START, { caption: "later" }));
  assert.equal(find(root, ".kit-note").textContent, "note 1,1,1,0");
});

test("JupyterLab does not get the keys of a control, but shortcuts with Ctrl reach it", () => {
  /** @type {string[]} */
  const heard = [];
  root.addEventListener("keydown", (event) => heard.push(event.key));
  for (const ctrlKey of [false, true]) {
    find(root, "input[type=range]").dispatchEvent(
      new KeyboardEvent("keydown", { key: ctrlKey ? "s" : "ArrowLeft", ctrlKey, bubbles: true }),
    );
  }
  assert.deepEqual(heard, ["s"]);
});
