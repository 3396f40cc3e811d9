// A quiz: every answer has its reason, is told, kept on the device and counted in the code.

import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";

import { announced, button, fakeModel, find, freshRoot } from "./browser.js";
import { quiz } from "../../kit/widgets/front/quiz.js";

const options = ["a", "b", "c"].map((text, i) => ({ text, why: `why ${text}`, right: i !== 1 }));
const numbers = [
  { value: 6, within: 0.5, right: true, why: "yes" },
  { value: 60, within: 0, right: false, why: "ten times" },
];
/** @type {any} */
const spec = {
  id: "01-check",
  memory: "quiz/01-check",
  title: "",
  label: "Questions",
  questions: [
    { kind: "single", version: "v1", text: "one", options },
    { kind: "several", version: "v2", text: "several", options },
    { kind: "number", version: "v3", text: "number", unit: "%", options: numbers },
    { kind: "order", version: "v4", text: "order", start: [2, 0, 1], options },
  ],
  poll: { prefix: "7K3", radices: [4, 9, 4, 5] },
};

/** @type {HTMLElement} */
let root;
/** @type {any[]} */
let parts;

function open() {
  quiz(fakeModel({ _spec: spec }), root);
  parts = [...root.querySelectorAll("fieldset")];
}

/** @param {string} version */
function kept(version) {
  return JSON.parse(localStorage.getItem("kit/quiz/01-check") ?? "null")?.records[version];
}

/** @param {string} value */
function answerNumber(value) {
  find(parts[2], "input").value = value;
  button(parts[2], "check").click();
}

beforeEach(() => {
  root = freshRoot();
  open();
});

test("one: the option answers at once with its reason", () => {
  const [, wrong] = parts[0].querySelectorAll("input");
  wrong.click();
  assert.deepEqual(announced(parts[0]), ["✗ miss why b retry"]);
  assert.ok(parts[0].querySelectorAll("label")[1].classList.contains("kit-miss"));
  find(parts[0], "input").click();
  assert.deepEqual(announced(parts[0]), ["✓ right why a", "✗ miss why b retry"]);
  assert.deepEqual(kept("v1"), { answer: 0, right: true, first: 2 });
});

test("several: right only as a whole; another tick takes the judgement back", () => {
  const [a, , c] = parts[1].querySelectorAll("input");
  a.click();
  button(parts[1], "check").click();
  assert.deepEqual(announced(parts[1]), ["✓ right why a", "✗ miss several_missing retry"]);
  c.click();
  assert.deepEqual(announced(parts[1]), ["✓ right why a"]);
  button(parts[1], "check").click();
  assert.deepEqual(announced(parts[1]), ["✓ right why a", "✓ right why c", "✓ right "]);
  assert.deepEqual(kept("v2"), { answer: [0, 2], right: true, first: 2 });
});

test("a number: within its tolerance, a known mistake, anything else, no number at all", () => {
  answerNumber("6.5 %");
  assert.deepEqual(announced(parts[2]), ["✓ right yes"]);
  answerNumber("60");
  assert.deepEqual(announced(parts[2]), ["✗ miss ten times retry"]);
  answerNumber("7");
  assert.deepEqual(announced(parts[2]), ["✗ miss  retry"]);
  answerNumber("six");
  assert.deepEqual(announced(parts[2]), ["number_invalid"]);
  assert.deepEqual(kept("v3"), { answer: 7, right: false, first: 1 });
});

test("an order: items move one place, the focus goes along, ends are closed", () => {
  const texts = () => [...parts[3].querySelectorAll("li span")].map((item) => item.textContent).join("");
  const before = "cab";
  assert.equal(texts(), before);
  const [top] = parts[3].querySelectorAll("li");
  assert.deepEqual(
    [...top.querySelectorAll("button")].map((move) => move.disabled),
    [true, false],
  );
  button(top, "↓").click();
  assert.equal(texts(), before[1] + before[0] + before[2]);
  assert.equal(document.activeElement?.closest("li")?.textContent?.[0], before[0]);
  button(parts[3], "check").click();
  assert.deepEqual([texts(), ...announced(parts[3])], ["acb", "✗ miss 1 of 3 retry"]);
  button(parts[3].querySelectorAll("li")[2], "↑").click();
  button(parts[3], "check").click();
  assert.deepEqual(announced(parts[3]), ["✓ right why a why b why c"]);
});

test("what was answered stands there again, until it is forgotten", () => {
  parts[0].querySelectorAll("input")[1].click();
  answerNumber("60");
  const code = find(root, ".kit-code-signs").textContent;
  assert.equal(find(root, ".kit-code small").textContent, "2 of 4");
  open();
  assert.equal(find(root, ".kit-code-signs").textContent, code);
  assert.deepEqual([parts[0].querySelectorAll("input")[1].checked, find(parts[2], "input").value], [true, "60"]);
  find(parts[0], "input").click();
  assert.equal(find(root, ".kit-code-signs").textContent, code, "the code holds first answers");
  button(root, "forget_answers").click();
  assert.deepEqual(
    [kept("v1"), root.querySelectorAll("input:checked").length, find(root, ".kit-code").hidden],
    [undefined, 0, true],
  );
});
