// Questions: one, several, a number, an order. Every option answers with its reason, where the finger is.

/** @import { ChoiceQuestion, NumberQuestion, Option, OrderQuestion, Question, QuizSpec } from "./contract" */
/** @import { Model } from "./types" */

import { allTicked, codedAnswer, inPlace, optionMet, startOrder } from "./logic/grading.js";
import { fill, MESSAGES } from "./logic/messages.js";
import { cleanNumber } from "./logic/numbers.js";
import { makeCard } from "./parts/card.js";
import { makeClassCode } from "./parts/class_code.js";
import { actionButton, el, mainButton } from "./parts/dom.js";
import * as storage from "./parts/storage.js";

/**
 * What was answered is kept on the reader's device, one entry a question; `first` is the first answer, for the class code.
 * @typedef {{answer: any, right: boolean, first: number}} Entry
 */
/** The last answer, undefined before there is one, and how to keep another. @typedef {{answer: any, keep: (answer: any, right: boolean) => void}} Memory */

/** @param {Model} model @param {Element} root */
export function quiz(model, root) {
  /** @type {QuizSpec} */
  const spec = model.get("_spec");
  const key = `quiz/${spec.id}`;
  /** @type {(Entry | null)[]} */
  let entries = storage.read(key) ?? [];
  const firsts = spec.questions.map((_, i) => entries[i]?.first ?? 0);
  const code = makeClassCode(spec.poll);
  const forget = actionButton(MESSAGES.forget_answers, () => {
    storage.write(key, null);
    quiz(model, root);
    /** @type {HTMLElement | null} */ (root.querySelector("input, button"))?.focus();
  });
  forget.hidden = !storage.read(key);
  const questions = spec.questions.map((question, i) =>
    makeQuestion(question, {
      answer: entries[i]?.answer,
      keep(answer, right) {
        entries = storage.read(key) ?? [];
        firsts[i] ||= codedAnswer(question, answer);
        storage.write(key, spec.questions.map((_, k) => (k === i ? { answer, right, first: firsts[i] } : (entries[k] ?? null))));
        code.show(firsts);
        forget.hidden = false;
      },
    }),
  );
  makeCard(root, spec, [...questions, code.node], "", [forget]);
}

/** @param {Question} question @param {Memory} memory */
function makeQuestion(question, memory) {
  const parts = {
    single: () => singleParts(/** @type {ChoiceQuestion} */ (question), memory),
    several: () => severalParts(/** @type {ChoiceQuestion} */ (question), memory),
    number: () => numberParts(/** @type {NumberQuestion} */ (question), memory),
    order: () => orderParts(/** @type {OrderQuestion} */ (question), memory),
  };
  return el("fieldset", { class: "kit-question" }, el("legend", {}, question.text), ...parts[question.kind]());
}

/** The line that judges and says why, read out. */
function makeReason() {
  const node = el("p", { class: "kit-why", role: "status", hidden: true });
  /** @param {boolean} right @param {string} reason */
  function announce(right, reason) {
    node.hidden = false;
    node.className = `kit-why ${right ? "kit-good" : "kit-miss"}`;
    node.textContent = `${right ? `✓ ${MESSAGES.right}` : `✗ ${MESSAGES.miss}`} ${reason}`;
  }
  return { node, announce, clear: () => (node.hidden = true) };
}

/** @param {"radio" | "checkbox"} type @param {string} name @param {Option} option */
function makeOption(type, name, option) {
  const input = el("input", { type, name });
  const label = el("label", { class: "kit-option" }, input, el("span", {}, option.text));
  const reason = makeReason();
  function mark() {
    label.classList.toggle("kit-good", option.right);
    label.classList.toggle("kit-miss", !option.right);
    reason.announce(option.right, option.why);
  }
  function clear() {
    label.classList.remove("kit-good", "kit-miss");
    reason.clear();
  }
  return { input, nodes: [label, reason.node], mark, clear };
}

/** @param {string} text */
function makeHelp(text) {
  return el("small", { class: "kit-help" }, fill(text, { check: MESSAGES.check }));
}

let groups = 0;

/** @param {ChoiceQuestion} question @param {Memory} memory */
function singleParts(question, memory) {
  const name = `kit-quiz-${++groups}`;
  const options = question.options.map((option) => makeOption("radio", name, option));
  function judge(/** @type {number} */ i) {
    options[i].mark();
    memory.keep(i, question.options[i].right);
  }
  options.forEach(({ input }, i) => input.addEventListener("change", () => judge(i)));
  if (options[memory.answer]) {
    options[memory.answer].input.checked = true;
    judge(memory.answer);
  }
  return options.flatMap((option) => option.nodes);
}

/** @param {ChoiceQuestion} question @param {Memory} memory */
function severalParts(question, memory) {
  const options = question.options.map((option) => makeOption("checkbox", "", option));
  const reason = makeReason();
  for (const { input, clear } of options) {
    input.addEventListener("change", () => {
      clear();
      reason.clear();
    });
  }
  function judge() {
    for (const { input, mark, clear } of options) input.checked ? mark() : clear();
    const ticked = options.map(({ input }) => input.checked);
    const right = allTicked(question.options, ticked);
    reason.announce(right, right ? "" : MESSAGES.several_missing);
    memory.keep(ticked.flatMap((isOn, i) => (isOn ? [i] : [])), right);
  }
  if (memory.answer) {
    options.forEach(({ input }, i) => (input.checked = memory.answer.includes(i)));
    judge();
  }
  const lines = options.flatMap((option) => option.nodes);
  return [makeHelp(MESSAGES.choose_several), ...lines, mainButton(MESSAGES.check, judge), reason.node];
}

/** @param {NumberQuestion} question @param {Memory} memory */
function numberParts(question, memory) {
  const input = el("input", {
    type: "text",
    inputmode: "decimal",
    autocomplete: "off",
    "aria-label": MESSAGES.number_label,
    onkeydown: (/** @type {KeyboardEvent} */ event) => event.key === "Enter" && judge(),
  });
  const reason = makeReason();
  function judge() {
    const typed = cleanNumber(input.value);
    if (!typed) return reason.announce(false, MESSAGES.number_invalid);
    const met = question.options[optionMet(question.options, Number(typed))];
    const right = met?.right ?? false;
    reason.announce(right, met?.why ?? "");
    memory.keep(typed, right);
  }
  if (memory.answer) {
    input.value = memory.answer;
    judge();
  }
  const row = el("label", { class: "kit-row" }, input, el("span", {}, question.unit));
  return [row, mainButton(MESSAGES.check, judge), reason.node];
}

/** @param {OrderQuestion} question @param {Memory} memory */
function orderParts(question, memory) {
  const { options } = question;
  /** @type {number[]} */
  const order = [...(memory.answer ?? startOrder(options.length))];
  const list = el("ol", { class: "kit-order" });
  const reason = makeReason();

  /** @param {number} place @param {-1 | 1} step */
  function moveButton(place, step) {
    const label = fill(step < 0 ? MESSAGES.up : MESSAGES.down, { item: options[order[place]].text });
    const disabled = !(place + step in order);
    return el("button", { type: "button", class: "kit-small", disabled, "aria-label": label, onclick: () => move(place, step) }, step < 0 ? "↑" : "↓");
  }
  function build() {
    list.replaceChildren(
      ...order.map((item, i) => {
        const { text } = options[item];
        const label = fill(MESSAGES.position, { item: text, place: i + 1, all: order.length });
        return el("li", { "aria-label": label }, el("span", {}, text), moveButton(i, -1), moveButton(i, 1));
      }),
    );
  }
  /** @param {number} place @param {-1 | 1} step */
  function move(place, step) {
    [order[place], order[place + step]] = [order[place + step], order[place]];
    reason.clear();
    build();
    // The focus goes along with the item; at an end to the button that still works.
    const [up, down] = list.children[place + step].querySelectorAll("button");
    const [same, other] = step < 0 ? [up, down] : [down, up];
    (same.disabled ? other : same).focus();
  }
  function judge() {
    const right = inPlace(order);
    const all = right === order.length;
    const why = options.map((option) => option.why).filter(Boolean).join(" ");
    reason.announce(all, all ? why : fill(MESSAGES.order_wrong, { right, all: order.length }));
    memory.keep([...order], all);
  }
  build();
  if (memory.answer) judge();
  return [makeHelp(MESSAGES.order_help), list, mainButton(MESSAGES.check, judge), reason.node];
}
