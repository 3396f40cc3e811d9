// Questions: one, several, a number, an order. Every option answers with its reason, where the finger is.

/** @import { ChoiceQuestion, NumberQuestion, Option, OrderQuestion, Question, QuizSpec } from "./contract" */
/** @import { Model } from "./types" */

import { allTicked, codedAnswer, inPlace, isAnswer, optionMet, soundFirst } from "./logic/grading.js";
import { isNew, recordOf, withRecord } from "./logic/memory.js";
import { fill, MESSAGES } from "./logic/messages.js";
import { makeCard } from "./parts/card.js";
import { makeClassCode } from "./parts/class_code.js";
import { actionButton, el, inline, mainButton } from "./parts/dom.js";
import { makeNumberInput } from "./parts/number_input.js";
import * as storage from "./parts/storage.js";

/**
 * The last answer, undefined before there is one, and how to keep another.
 * @typedef {{answer: any, keep: (answer: any, right: boolean) => void}} Memory
 */

/**
 * What was answered is kept on the reader's device: for each version of a question the last answer, and the first one
 * for the class code.
 * @param {Model} model
 * @param {Element} root
 */
export function quiz(model, root) {
  /** @type {QuizSpec} */
  const spec = model.get("_spec");
  const versions = spec.questions.map(({ version }) => version);
  const stored = storage.read(spec.memory);
  const records = versions.map((version) => recordOf(stored, version));
  const firsts = spec.questions.map((question, i) => soundFirst(question, records[i]?.first));
  const code = makeClassCode(spec.poll);
  const forget = actionButton(MESSAGES.forget_answers, () => {
    storage.write(spec.memory, null);
    quiz(model, root);
    /** @type {HTMLElement | null} */ (root.querySelector("input, button"))?.focus();
  });
  forget.hidden = stored === null;
  const questions = spec.questions.map((question, i) => {
    const answer = records[i]?.answer;
    return makeQuestion(question, isNew(stored, versions[i]), {
      answer: isAnswer(question, answer) ? answer : undefined,
      keep(answer, right) {
        firsts[i] ||= codedAnswer(question, answer);
        storage.write(
          spec.memory,
          withRecord(storage.read(spec.memory), versions, versions[i], { answer, right, first: firsts[i] }),
        );
        code.show(firsts);
        forget.hidden = false;
      },
    });
  });
  makeCard(root, spec, [...questions, code.node], "", [forget]);
  code.show(firsts);
}

/**
 * @param {Question} question
 * @param {boolean} isNew whether it was changed since the card was answered
 * @param {Memory} memory
 */
function makeQuestion(question, isNew, memory) {
  const parts = {
    single: () => singleParts(/** @type {ChoiceQuestion} */ (question), memory),
    several: () => severalParts(/** @type {ChoiceQuestion} */ (question), memory),
    number: () => numberParts(/** @type {NumberQuestion} */ (question), memory),
    order: () => orderParts(/** @type {OrderQuestion} */ (question), memory),
  };
  const changed = isNew ? el("small", { class: "kit-help" }, MESSAGES.question_new) : "";
  return el(
    "fieldset",
    { class: "kit-question" },
    el("legend", {}, ...inline(question.text)),
    changed,
    ...parts[question.kind](),
  );
}

/** The line that judges and says why, read out. */
function makeReason() {
  const node = el("p", { class: "kit-why", role: "status", hidden: true });
  /** @param {boolean} right @param {string} reason */
  function announce(right, reason) {
    node.hidden = false;
    node.className = `kit-why ${right ? "kit-good" : "kit-miss"}`;
    node.replaceChildren(
      right ? `✓ ${MESSAGES.right} ` : `✗ ${MESSAGES.miss} `,
      ...inline(reason),
      right ? "" : ` ${MESSAGES.retry}`,
    );
  }
  return { node, announce, clear: () => (node.hidden = true) };
}

/** @param {"radio" | "checkbox"} type @param {string} name @param {Option} option */
function makeOption(type, name, option) {
  const input = el("input", { type, name });
  const label = el("label", { class: "kit-option" }, input, el("span", {}, ...inline(option.text)));
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
  if (memory.answer !== undefined) {
    options[memory.answer].input.checked = true;
    options[memory.answer].mark();
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
    return { answer: ticked.flatMap((isOn, i) => (isOn ? [i] : [])), right };
  }
  function check() {
    const { answer, right } = judge();
    memory.keep(answer, right);
  }
  if (memory.answer !== undefined) {
    options.forEach(({ input }, i) => (input.checked = memory.answer.includes(i)));
    judge();
  }
  const lines = options.flatMap((option) => option.nodes);
  return [makeHelp(MESSAGES.choose_several), ...lines, mainButton(MESSAGES.check, check), reason.node];
}

/** @param {NumberQuestion} question @param {Memory} memory */
function numberParts(question, memory) {
  const field = makeNumberInput(MESSAGES.number_label, question.unit, check);
  const reason = makeReason();
  field.input.addEventListener("input", reason.clear);
  function judge(/** @type {number} */ number) {
    const met = question.options[optionMet(question.options, number)];
    const right = met?.right ?? false;
    reason.announce(right, met?.why ?? "");
    return right;
  }
  function check() {
    const number = field.read();
    if (number !== null) memory.keep(number, judge(number));
    else reason.clear();
  }
  if (memory.answer !== undefined) {
    field.write(memory.answer);
    judge(memory.answer);
  }
  return [...field.nodes, mainButton(MESSAGES.check, check), reason.node];
}

/** @param {OrderQuestion} question @param {Memory} memory */
function orderParts(question, memory) {
  const { options } = question;
  /** @type {number[]} */
  const order = [...(memory.answer ?? question.start)];
  const list = el("ol", { class: "kit-order" });
  const reason = makeReason();

  /** @param {number} place @param {-1 | 1} step */
  function moveButton(place, step) {
    const label = fill(step < 0 ? MESSAGES.up : MESSAGES.down, { item: options[order[place]].text });
    const disabled = !(place + step in order);
    return el(
      "button",
      { type: "button", class: "kit-small", disabled, "aria-label": label, onclick: () => move(place, step) },
      step < 0 ? "↑" : "↓",
    );
  }
  function build() {
    list.replaceChildren(
      ...order.map((item, i) => {
        const { text } = options[item];
        const label = fill(MESSAGES.position, { item: text, place: i + 1, all: order.length });
        return el("li", { "aria-label": label }, el("span", {}, ...inline(text)), moveButton(i, -1), moveButton(i, 1));
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
    const why = options
      .map((option) => option.why)
      .filter(Boolean)
      .join(" ");
    reason.announce(all, all ? why : fill(MESSAGES.order_wrong, { right, all: order.length }));
    return all;
  }
  build();
  if (memory.answer !== undefined) judge();
  return [
    makeHelp(MESSAGES.order_help),
    list,
    mainButton(MESSAGES.check, () => memory.keep([...order], judge())),
    reason.node,
  ];
}
