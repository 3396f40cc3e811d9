// The teacher's card, and the ledger's: what stands in tables and sentences.

import assert from "node:assert/strict";
import { beforeEach, mock, test } from "node:test";

import { announced, button, compress, fakeModel, find, freshRoot, settle } from "./browser.js";
import { encodeAnswers, numberToAnswer } from "../../kit/widgets/front/logic/codes.js";
import { poll } from "../../kit/widgets/front/poll.js";
import { verdicts } from "../../kit/widgets/front/verdicts.js";

/** @type {any} */
const quiz = {
  prefix: "7K3",
  radices: [3, 2882],
  title: "Quiz",
  parts: [
    { text: "Why?", options: ["a", "b"], right: [1], mark: "right", tally: "{right} of {all}", why: ["because", ""] },
    { text: "How many?", unit: "robots", truth: 100, mark: "data" },
  ],
};
/** @type {any} */
const other = { prefix: "7K4", radices: [3], title: "", parts: [quiz.parts[0]] };

/** @type {HTMLElement} */
let root;

beforeEach(() => {
  mock.timers.reset();
  mock.timers.enable({ apis: ["setTimeout"] });
  root = freshRoot();
});

/** @param {ParentNode} node @param {string} selector */
function texts(node, selector) {
  return [...node.querySelectorAll(selector)].map((one) => one.textContent);
}

test("codes are read, counted and explained; faulty ones are named", () => {
  const model = fakeModel({ _spec: { id: "p", title: "", about: "", questions: [other, quiz] }, codes: "" });
  poll(model, root);
  mock.timers.tick(600);
  assert.deepEqual(announced(root), []);
  const box = find(root, "textarea");
  const codes = [
    [1, 95],
    [2, 110],
    [1, 0],
    [2, 250],
  ].map(([option, guess]) => encodeAnswers(quiz, [option, guess && numberToAnswer(guess)]));
  const wrong = codes[0].slice(0, -1) + (codes[0].endsWith("2") ? "3" : "2");
  box.value = `${codes.join("\n")} ${wrong}`;
  box.dispatchEvent(new Event("input"));
  mock.timers.tick(600);
  assert.deepEqual(announced(root), ["read 4, not 1"]);
  assert.deepEqual(texts(root, ".kit-faults li"), [`${wrong} is wrong`]);
  assert.equal(root.querySelectorAll(".kit-answers").length, 1, "a question without answers is not shown");
  const [options, guesses] = root.querySelectorAll(".kit-result");
  assert.deepEqual(
    [texts(options, "tbody th"), texts(options, ".kit-count"), texts(options, "p")],
    [
      ["a", "b✓ right"],
      ["2", "2"],
      ["2 of 4", "a: because"],
    ],
  );
  assert.deepEqual(texts(guesses, "p"), ["3 from 95 to 250 robots, middle 110 robots, truth 100 robots, near 2"]);
  assert.ok(texts(guesses, "tr.kit-true th")[0]?.endsWith("✓ data: 100 robots"));
  assert.equal(/** @type {any} */ (options.querySelector(".kit-bar")).style.width, "100%");
  assert.equal(model.get("codes"), box.value);
  button(root, "poll_clear").click();
  assert.deepEqual(
    [box.value, root.querySelectorAll(".kit-answers").length, find(root, ".kit-faults").hidden],
    ["", 0, true],
  );
});

test("nobody's answer to a part is said, and open bins have their words", () => {
  const codes = [1, 1000, 99].map((guess) => encodeAnswers(quiz, [0, numberToAnswer(guess)])).join(" ");
  poll(fakeModel({ _spec: { id: "p", title: "", about: "", questions: [quiz] }, codes }), root);
  const [options, guesses] = root.querySelectorAll(".kit-result");
  assert.deepEqual(texts(options, "p"), ["poll_none"]);
  assert.ok(texts(guesses, "tbody th").at(-1)?.endsWith("robots and more"));
});

test("verdicts: the kit's shows after the reader's own, is listed, and can be forgotten", async () => {
  const claims = [1, 2].map((n) => ({
    id: `C${n}`,
    memory: { key: `course/claim-c${n}`, version: "v1" },
    lesson: `0${n}`,
    claim: `claim ${n}`,
    who: "",
    when: "",
    kind: "",
  }));
  const secret = compress({
    C1: { verdict: "no", reason: "r", why: "why 1" },
    C2: { verdict: "yes", reason: "r", why: "why 2" },
  });
  const spec = { id: "v", title: "", about: "", claims, verdicts: ["yes", "no"], source: "", secret };
  verdicts(fakeModel({ _spec: spec }), root);
  button(root, "weigh_commit").click();
  mock.timers.tick(600);
  assert.deepEqual(announced(root), ["guess_choice_first"]);
  find(root, "input[value=no]").checked = true;
  find(root, "textarea").value = "my reason";
  button(root, "weigh_commit").click();
  await settle();
  mock.timers.tick(600);
  assert.deepEqual(announced(root), ["weigh_same why 1"]);
  assert.deepEqual([find(root, ".kit-data").hidden, button(root, "verdicts_download").hidden], [false, false]);
  assert.deepEqual(texts(root, "tbody tr *"), ["C1 claim 1", "no", "no", "my reason"]);
  const menu = find(root, "select");
  menu.value = "C2";
  menu.dispatchEvent(new Event("change"));
  assert.deepEqual([root.querySelectorAll("input:checked").length, find(root, "textarea").value], [0, ""]);
  menu.value = "C1";
  menu.dispatchEvent(new Event("change"));
  assert.deepEqual([find(root, "input[value=no]").checked, find(root, "textarea").value], [true, "my reason"]);
  button(root, "verdicts_forget").click();
  await settle();
  assert.deepEqual([find(root, ".kit-data").hidden, localStorage.getItem("kit/course/claim-c1")], [true, null]);
});
