// A prediction: nothing shows before the guess, and what was guessed comes back.

import assert from "node:assert/strict";
import { beforeEach, mock, test } from "node:test";

import { announced, button, compress, drawn, fakeModel, find, freshRoot, settle } from "./browser.js";
import { decodeCode } from "../../kit/widgets/front/logic/codes.js";
import { predict } from "../../kit/widgets/front/predict.js";
import { recall } from "../../kit/widgets/front/recall.js";

const base = {
  id: "01-guess",
  memory: { key: "course/predict/01-guess", version: "v1" },
  title: "How many?",
  about: "Robots.",
  unit: "robots",
  height: 320,
  source: "",
  data: [],
  commit: "Show",
  ask: "Why?",
  right: "Right: {truth}.",
  other: "You: {guess}, it is {truth}.",
  legend: "Choose",
  help: "number_help",
  poll: { prefix: "7K3", radices: [2882] },
};
const figure = { data: [{ name: "A", x: [1], y: [7] }], layout: {} };

/** @type {HTMLElement} */
let root;

beforeEach(() => {
  mock.timers.reset();
  mock.timers.enable({ apis: ["setTimeout"] });
  root = freshRoot();
});

const silent = { why: "", why_by: {}, close: 0, follows: [], figure: null };

/** @param {object} more @param {object} secret */
function open(more, secret) {
  const model = fakeModel({ _spec: { ...base, ...more, secret: compress({ ...silent, ...secret }) } });
  predict(model, root);
  return model;
}

async function commit() {
  button(root, "Show").click();
  await settle();
  mock.timers.tick(600);
}

/** @param {any} input @param {string} value @param {string} event */
function type(input, value, event = "input") {
  input.value = value;
  input.dispatchEvent(new Event(event));
}

const kept = () => JSON.parse(localStorage.getItem("kit/course/predict/01-guess") ?? "null")?.records.v1;

test("a number: what is assumed first, then the guess; compared, told, locked, remembered and coded", async () => {
  const model = open(
    { mode: "number" },
    { truth: 276000, why: "Because.", why_by: { "too low": "It was **more**." }, follows: ["Then *this*."] },
  );
  const [assumed, input] = root.querySelectorAll("input");
  assert.equal(assumed.labels?.[0].textContent ?? find(root, ".kit-assume label").textContent, "Why?");
  await commit();
  assert.deepEqual(announced(root), ["number_missing"]);
  assert.equal(find(root, ".kit-follows").hidden, true);
  type(assumed, " steady growth ", "change");
  assert.equal(kept().assumed, "steady growth", "before there is a guess");
  type(input, "138000");
  await commit();
  assert.deepEqual(announced(root), ["You said 138,000 robots; it is 276,000 robots, half. Because. It was more."]);
  assert.equal(model.get("guess"), 138000);
  assert.deepEqual(
    [input.disabled, assumed.readOnly, button(root, "Show").hidden, button(root, "guess_again").hidden],
    [true, true, true, false],
  );
  assert.equal(find(root, ".kit-follows em").textContent, "this");
  const { first, ...record } = kept();
  assert.deepEqual(record, {
    guess: 138000,
    assumed: "steady growth",
    said: { guess: "138,000 robots", truth: "276,000 robots" },
  });
  assert.ok(first > 0);
});

test("after a reload the guess stands there, revealed and not read out", async () => {
  const ask = () => open({ mode: "number" }, { truth: 8, why: "So." });
  ask();
  type(root.querySelectorAll("input")[1], "2");
  await commit();
  const code = find(root, ".kit-code-signs").textContent;
  root.replaceChildren();
  ask();
  await settle();
  mock.timers.tick(600);
  assert.match(find(root, ".kit-note").textContent, /^You said 2 robots; it is 8 robots/);
  assert.deepEqual(
    [announced(root), button(root, "Show").hidden, find(root, ".kit-code-signs").textContent],
    [[], true, code],
  );
});

test("the code of the class holds the first guess, not a second one", async () => {
  open(
    { mode: "choice", choices: ["yes", "no"], poll: { prefix: "7K3", radices: [3] } },
    { truth: "no", why: "", figure: null },
  );
  const [, yes, no] = root.querySelectorAll("input");
  yes.checked = true;
  await commit();
  const first = find(root, ".kit-code-signs").textContent;
  assert.deepEqual(decodeCode(first, { "7K3": { prefix: "7K3", radices: [3] } }), {
    form: { prefix: "7K3", radices: [3] },
    answers: [1],
  });
  button(root, "guess_again").click();
  assert.deepEqual(
    [yes.checked, yes.disabled, button(root, "Show").hidden, find(root, ".kit-note").textContent],
    [false, false, false, ""],
  );
  no.checked = true;
  await commit();
  assert.equal(find(root, ".kit-code-signs").textContent, first);
});

test("a number stands on the author's chart where that has its axis, else on a number line above it", async () => {
  open({ mode: "number", title: "How many?" }, { truth: 7, figure: { ...figure, guest: true } });
  const charts = [...root.querySelectorAll(".kit-chart")];
  const seen = () => charts.map((chart) => [/** @type {any} */ (chart).hidden, chart.getAttribute("aria-label")]);
  type(root.querySelectorAll("input")[1], "9");
  await commit();
  assert.deepEqual(seen(), [
    [true, ""],
    [false, "How many? guess_on_chart"],
  ]);
  assert.equal(drawn.at(-1)?.layout.shapes[0].y0, 9);
  button(root, "guess_again").click();
  assert.deepEqual(
    seen().map(([hidden]) => hidden),
    [true, true],
  );
  type(root.querySelectorAll("input")[1], "700");
  await commit();
  assert.deepEqual(seen(), [
    [false, "number_line"],
    [false, "How many?"],
  ]);
  assert.deepEqual([drawn.at(-1)?.layout.shapes, drawn.at(-2)?.data.map(({ x }) => x[0])], [undefined, [7, 700]]);
});

/** @param {object} more */
const share = (more) => ({ mode: "share", shape: "bar", low: 0, high: 100, step: 1, unit: "%", ...more });

test("a bar: no guess until it is set, even where it stands; locked after the reveal", async () => {
  open(share({}), { truth: 51 });
  const bar = find(root, "input[type=range]");
  await commit();
  assert.deepEqual([announced(root), bar.getAttribute("aria-valuetext")], [["share_missing"], "share_unset"]);
  bar.dispatchEvent(new KeyboardEvent("keydown", { key: "Home" }));
  assert.deepEqual([find(root, "output").textContent, bar.getAttribute("aria-valuetext")], ["0 %", "0 %"]);
  type(bar, "40");
  assert.equal(bar.style.getPropertyValue("--part"), "40%");
  await commit();
  assert.match(announced(root)[0], /^You said 40 %; it is 51 %/);
  assert.deepEqual([bar.disabled, find(root, ".kit-share small").hidden, kept().guess], [true, true, 40]);
  button(root, "guess_again").click();
  assert.deepEqual([bar.disabled, find(root, "output").textContent], [false, "share_unset"]);
});

test("dots: as many are coloured as pressed or dragged to, the truth's are ringed, no number line is drawn", async () => {
  open(share({ shape: "dots", high: 23, unit: "people" }), { truth: 11.6 });
  const field = find(root, ".kit-field");
  const dots = [...field.querySelectorAll("span")];
  field.getBoundingClientRect = () => ({ left: 100, top: 0, width: 200, height: 60 });
  const count = (/** @type {string} */ name) =>
    dots.filter((dot, i) => dot.classList.contains(name) && (!i || dots[i - 1].classList.contains(name))).length;
  /** @param {string} type @param {number} clientX @param {number} clientY @param {number} [buttons] */
  const point = (type, clientX, clientY, buttons = 1) =>
    field.dispatchEvent(Object.assign(new Event(type), { clientX, clientY, buttons }));
  const said = () => find(root, "output").textContent;
  point("pointerdown", 170, 30);
  assert.deepEqual([dots.length, count("kit-on"), said()], [23, 14, "14 people"]);
  point("pointermove", 290, 30);
  assert.equal(said(), "20 people");
  point("pointermove", 150, 10, 0);
  assert.equal(said(), "20 people", "no button is down");
  point("pointermove", 999, 999);
  assert.equal(said(), "23 people", "below the last row");
  point("pointermove", 90, -5);
  assert.equal(said(), "0 people", "left of the first dot");
  point("pointerdown", 101, 1);
  point("pointerdown", 101, 1);
  assert.equal(said(), "0 people", "pressed twice, the first dot gives its colour back");
  point("pointerdown", 130, 10);
  await commit();
  assert.match(announced(root)[0], /^You said 2 people; it is 11.6 people/);
  assert.deepEqual(
    [count("kit-on"), count("kit-ring"), find(root, ".kit-share small").textContent],
    [2, 12, "dots_result"],
  );
  assert.deepEqual(drawn, []);
  point("pointerdown", 290, 30);
  assert.equal(said(), "2 people", "revealed, it stays");
  button(root, "guess_again").click();
  assert.deepEqual([count("kit-on"), count("kit-ring"), find(root, ".kit-share small").hidden], [0, 0, true]);
});

test("a choice: the sentence and the marks say which was right", async () => {
  open({ mode: "choice", choices: ["yes", "no", "both"] }, { truth: "no", why: "", figure });
  await commit();
  assert.deepEqual(announced(root), ["guess_choice_first"]);
  root.querySelectorAll("input")[1].checked = true;
  await commit();
  assert.deepEqual(announced(root), ["You: yes, it is no."]);
  assert.deepEqual(
    [...root.querySelectorAll(".kit-option")].map((option) => option.className),
    ["kit-option kit-miss", "kit-option kit-good", "kit-option"],
  );
  assert.equal(drawn.at(-1)?.data[0].y[0], 7);
  button(root, "guess_again").click();
  root.querySelectorAll("input")[2].checked = true;
  await commit();
  assert.deepEqual(announced(root), ["Right: no."]);
});

test("a claim: evidence and reason stand before the verdict", async () => {
  open(
    { mode: "choice", choices: ["yes", "no"], ask_last: true, evidence: [{ head: "For", lines: ["one"] }] },
    { truth: "no", why: "", figure: null },
  );
  const assume = find(root, ".kit-assume");
  assert.equal(assume.hidden, false);
  assert.equal(assume.nextElementSibling, button(root, "Show"));
  assert.equal(find(root, "ul").textContent, "one");
});

test("a line: typed values are clamped and drawn, the truth only after the guess", async () => {
  const hidden = { data: [{ name: "A", x: [1, 2], y: [3, 4] }], layout: {} };
  const line = {
    mode: "line",
    help: "draw_help",
    figure: hidden,
    places: [1, 2, 3, 4],
    labels: ["1", "2", "3", "4"],
    known: 2,
    start: 4,
    low: 0,
    high: 10,
    step: 0.5,
    color: "",
    background: "",
  };
  open(line, { truth: [6, 8], why: "", figure });
  await commit();
  assert.deepEqual(announced(root), ["draw_missing"]);
  const [third, last] = root.querySelectorAll("details input");
  type(last, "99", "change");
  mock.timers.tick(16);
  await settle();
  assert.deepEqual(
    drawn.at(-1)?.data.map(({ y }) => y),
    [[3, 4], [4], [4, null, 10]],
    "a point that is still to draw stands apart",
  );
  await commit();
  assert.deepEqual(announced(root), ["draw_missing"], "half a line is no guess");
  type(third, "1.234,5", "change");
  type(third, "5,0", "change");
  await commit();
  assert.deepEqual(announced(root), ["You drew 10 robots for 4; it was 8 robots, 25 % high."]);
  assert.deepEqual(
    drawn.at(-1)?.data.map(({ y }) => y),
    [[7], [4, 5, 10]],
  );
  assert.equal(find(root, "details").hidden, true);
});

test("a guess comes back at the end, and can be forgotten", () => {
  const model = fakeModel({ _spec: { id: "r", memory: { key: "course/predict/01-guess", version: "" }, title: "" } });
  const dispose = recall(model, root);
  mock.timers.tick(600);
  assert.deepEqual([announced(root), button(root, "forget").hidden], [["recall_none"], true]);
  const record = { said: { guess: "5", truth: "6" }, assumed: "x" };
  localStorage.setItem(
    "kit/course/predict/01-guess",
    JSON.stringify({ asked: ["v9"], records: { v1: {}, v9: record } }),
  );
  document.dispatchEvent(new CustomEvent("kit-device"));
  mock.timers.tick(600);
  assert.deepEqual(announced(root), ["5, 6 because x"]);
  button(root, "forget").click();
  assert.deepEqual(
    [localStorage.getItem("kit/course/predict/01-guess"), find(root, ".kit-note").textContent],
    [null, "recall_none"],
  );
  dispose();
});
