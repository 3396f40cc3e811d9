// The teacher's card: codes in, distributions out. Nothing is kept or sent.

/** @import { GuessPart, OptionsPart, PollPart, PollQuestion, PollSpec } from "./contract" */
/** @import { Model } from "./types" */

import { answerToNumber, readCodes } from "./logic/codes.js";
import { fill, MESSAGES } from "./logic/messages.js";
import { formatQuantity } from "./logic/numbers.js";
import { summarizeGuesses, tallyOptions } from "./logic/tally.js";
import { makeCard, makeNote } from "./parts/card.js";
import { actionButton, el } from "./parts/dom.js";

const FAULTS = {
  sign: MESSAGES.poll_sign,
  length: MESSAGES.poll_length,
  check: MESSAGES.poll_check,
  unknown: MESSAGES.poll_unknown,
};

/** @param {Model} model @param {Element} root */
export function poll(model, root) {
  /** @type {PollSpec} */
  const spec = model.get("_spec");
  const forms = Object.fromEntries(spec.questions.map((question) => [question.prefix, question]));
  const box = el("textarea", {
    rows: 5,
    id: `kit-codes-${spec.id}`,
    spellcheck: "false",
    autocomplete: "off",
    autocapitalize: "characters",
    class: "kit-codes",
    oninput: update,
  });
  const note = makeNote();
  const faults = el("ul", { class: "kit-faults" });
  const results = el("div", { class: "kit-results" });
  const clear = actionButton(MESSAGES.poll_clear, () => {
    box.value = "";
    update();
    box.focus();
  });
  const help = el("small", { class: "kit-help" }, MESSAGES.poll_help);
  const entry = el("div", { class: "kit-assume" }, el("label", { for: box.id }, MESSAGES.poll_label), box, help);
  makeCard(root, spec, [entry, ...note.nodes, faults, results], "", [clear]);
  box.value = model.get("codes") ?? "";
  update();

  function update() {
    const { found, faulty } = readCodes(box.value, forms);
    const summary = fill(faulty.length ? MESSAGES.poll_read_faulty : MESSAGES.poll_read, {
      good: found.length,
      faulty: faulty.length,
    });
    note.announce(box.value.trim() ? summary : "", faulty.length ? "miss" : "");
    faults.hidden = !faulty.length;
    faults.replaceChildren(...faulty.map(({ code, fault }) => el("li", {}, fill(FAULTS[fault], { code }))));
    results.replaceChildren(
      ...spec.questions.flatMap((question) => {
        const answers = found.filter(({ form }) => form === question).map((one) => one.answers);
        return answers.length ? [questionResult(question, answers)] : [];
      }),
    );
    model.set("codes", box.value);
    model.save_changes();
  }
}

/** @param {PollQuestion} question @param {number[][]} all */
function questionResult(question, all) {
  const parts = question.parts.map((part, i) => {
    const answers = all.map((one) => one[i]).filter(Boolean);
    const body = answers.length ? partResult(part, answers) : [el("p", { class: "kit-about" }, MESSAGES.poll_none)];
    return el("section", { class: "kit-result" }, el("h4", {}, part.text), ...body);
  });
  return el(
    "div",
    { class: "kit-answers" },
    question.title ? el("p", { class: "kit-about" }, question.title) : "",
    ...parts,
  );
}

/** @param {PollPart} part @param {number[]} answers */
function partResult(part, answers) {
  return "options" in part ? optionsResult(part, answers) : guessesResult(part, answers.map(answerToNumber));
}

/** @param {OptionsPart} part @param {number[]} answers */
function optionsResult(part, answers) {
  const { counts, right, worst } = tallyOptions(part, answers);
  const rows = part.options.map((label, i) => ({
    label,
    count: counts[i],
    mark: part.right.includes(i) ? part.mark : "",
  }));
  const reason =
    worst === undefined ? "" : fill(MESSAGES.poll_worst, { option: part.options[worst], why: part.why?.[worst] });
  return [
    barTable(part.text, rows),
    el("p", {}, fill(part.tally, { right, all: answers.length })),
    reason && el("p", {}, reason),
  ];
}

/** @param {GuessPart} part @param {number[]} guesses */
function guessesResult({ text, unit, truth, mark }, guesses) {
  const { low, high, middle, near, bins } = summarizeGuesses(guesses, truth);
  const rows = bins.map(({ from, to, count, holdsTruth }) => {
    const label = binLabel(from, to, unit);
    return { label, count, mark: holdsTruth ? `${mark}: ${formatQuantity(truth, unit)}` : "" };
  });
  const sentence = fill(MESSAGES.poll_guesses, {
    all: guesses.length,
    low: formatQuantity(low),
    high: formatQuantity(high, unit),
    middle: formatQuantity(middle, unit),
    truth: formatQuantity(truth, unit),
    near,
  });
  return [barTable(text, rows), el("p", {}, sentence)];
}

/** @param {number} from @param {number} to @param {string} unit */
function binLabel(from, to, unit) {
  if (from === -Infinity) return fill(MESSAGES.poll_below, { to: formatQuantity(to, unit) });
  if (to === Infinity) return fill(MESSAGES.poll_above, { from: formatQuantity(from, unit) });
  return fill(MESSAGES.poll_between, { from: formatQuantity(from), to: formatQuantity(to, unit) });
}

/**
 * A table whose second column is a bar with its number.
 * @param {string} caption
 * @param {{label: string, count: number, mark: string}[]} rows
 */
function barTable(caption, rows) {
  const most = Math.max(...rows.map(({ count }) => count), 1);
  const lines = rows.map(({ label, count, mark }) => {
    const bar = el("span", { class: "kit-bar" });
    bar.style.width = `${(100 * count) / most}%`;
    return el(
      "tr",
      { class: mark ? "kit-true" : "" },
      el("th", { scope: "row" }, label, mark ? el("small", {}, `✓ ${mark}`) : ""),
      el("td", {}, el("span", { class: "kit-bar-room" }, bar), el("span", { class: "kit-count" }, String(count))),
    );
  });
  const titles = [MESSAGES.poll_answer, MESSAGES.poll_count].map((title) => el("th", { scope: "col" }, title));
  return el(
    "table",
    { class: "kit-bars" },
    el("caption", { class: "kit-spoken" }, caption),
    el("thead", { class: "kit-spoken" }, el("tr", {}, ...titles)),
    el("tbody", {}, ...lines),
  );
}
