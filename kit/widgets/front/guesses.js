// The ways to guess: a number is typed or dragged, an option chosen, a line drawn (drawing.js).

/** @import { ChoiceSpec, ClaimSpec, NumberSpec, Secret, ShareSpec } from "./contract" */

import { numberToAnswer } from "./logic/codes.js";
import { markGuess } from "./logic/guess_mark.js";
import { fill, MESSAGES } from "./logic/messages.js";
import { clampToGrid, formatQuantity, gapWords, kindOfGuess } from "./logic/numbers.js";
import { numberLine } from "./logic/number_line.js";
import { makeChart } from "./parts/chart.js";
import { makeDots } from "./parts/dots.js";
import { el } from "./parts/dom.js";
import { makeNumberInput } from "./parts/number_input.js";

/**
 * A guess and the truth in words, and the kind of guess, by which an author's words are chosen.
 * @typedef {{guess: string, truth: string, sentence: string, kind: string}} Compared
 */

/**
 * A way to guess. `read` returns null as long as there is no guess, and `missing` says what is missing, unless the card
 * has said so itself. `coded` is the guess as the answer of a class code. `answer` are the nodes that show the truth.
 * @typedef {object} Guess
 * @property {HTMLElement[]} nodes
 * @property {HTMLElement[]} answer
 * @property {() => any} read
 * @property {() => string} missing
 * @property {(stored: unknown) => boolean} isGuess whether something that was stored can be written
 * @property {(mine: any) => void} write
 * @property {(mine: any, secret: Secret) => Compared} compare
 * @property {(mine: any) => number} coded
 * @property {(mine: any, secret: Secret) => void} reveal
 * @property {() => void} restart
 * @property {() => void} stop
 */

/** A chart that shows only what the answer brings along. @param {number} height in pixels @param {string} title */
function makeAnswerChart(height, title) {
  const { node, show, stop } = makeChart(height, title);
  node.hidden = true;
  /** @param {Secret["figure"]} figure @param {string} [label] what a screen reader is told beside the title */
  function reveal(figure, label = "") {
    node.hidden = !figure;
    node.setAttribute("aria-label", `${title} ${label}`.trim());
    if (figure) show(figure);
  }
  return { node, reveal, hide: () => (node.hidden = true), stop };
}

/**
 * @param {number} guess
 * @param {number} truth
 * @param {string} unit
 * @param {number} close
 * @param {string} sentence
 * @param {object} [others]
 * @returns {Compared}
 */
export function compareNumbers(guess, truth, unit, close, sentence, others) {
  const written = { guess: formatQuantity(guess, unit), truth: formatQuantity(truth, unit) };
  const said = fill(sentence, { ...written, ...others, gap: gapWords(guess, truth, unit) });
  return { ...written, sentence: said, kind: kindOfGuess(guess, truth, close) };
}

const LINE_HEIGHT = 130; // pixels

/**
 * What a number that was typed and one that was dragged have in common: the guess beside the truth, on the author's
 * chart where that has an axis for it, else on a number line above the chart.
 * @param {NumberSpec | ShareSpec} spec
 * @param {{low: number, high: number} | null} ends
 * @param {boolean} [hasLine] whether there is a number line
 */
function makeNumberAnswer(spec, ends, hasLine = true) {
  const line = makeAnswerChart(LINE_HEIGHT, "");
  const chart = makeAnswerChart(spec.height, spec.title);
  return {
    answer: [line.node, chart.node],
    /** @param {number} mine @param {Secret} secret */
    compare: (mine, { truth, close }) => compareNumbers(mine, Number(truth), spec.unit, close, MESSAGES.number_result),
    coded: numberToAnswer,
    isGuess: (/** @type {unknown} */ stored) => Number.isFinite(stored),
    /** @param {number} mine @param {Secret} secret */
    show(mine, { truth, figure }) {
      const onChart = figure && markGuess(figure, mine, Number(truth), spec.unit);
      const onLine = onChart || !hasLine ? null : numberLine(mine, Number(truth), spec.unit, ends);
      line.reveal(onLine?.figure ?? null, onLine?.label);
      chart.reveal(onChart?.figure ?? figure, onChart?.label);
    },
    hide() {
      line.hide();
      chart.hide();
    },
    stop() {
      line.stop();
      chart.stop();
    },
  };
}

/** @param {NumberSpec} spec @param {() => void} commit @returns {Guess} */
export function typedGuess(spec, commit) {
  const { show, hide, ...shared } = makeNumberAnswer(spec, null);
  const field = makeNumberInput(spec.title, spec.unit, commit);
  return {
    ...shared,
    nodes: field.nodes,
    read: field.read,
    missing: () => "",
    write: field.write,
    reveal(mine, secret) {
      field.input.disabled = true;
      show(mine, secret);
    },
    restart() {
      field.input.disabled = false;
      field.write(null);
      hide();
    },
  };
}

/**
 * A bar to drag, or dots to colour: a native slider, so that fingers, arrow keys and screen readers can set it.
 * @param {ShareSpec} spec
 * @returns {Guess}
 */
export function draggedGuess(spec) {
  const isBar = spec.shape === "bar";
  const { show, hide, ...shared } = makeNumberAnswer(spec, spec, isBar);
  const shown = el("output");
  const input = el("input", {
    type: "range",
    class: isBar ? "kit-bar" : "",
    min: spec.low,
    max: spec.high,
    step: spec.step,
    "aria-label": spec.title,
  });
  const dots = isBar ? null : makeDots(input);
  const legend = el("small", { class: "kit-help", hidden: true }, MESSAGES.dots_result);
  let isSet = false;
  function update() {
    const words = isSet ? formatQuantity(Number(input.value), spec.unit) : MESSAGES.share_unset;
    shown.textContent = words;
    input.setAttribute("aria-valuetext", words);
    const part = (Number(input.value) - spec.low) / (spec.high - spec.low);
    input.style.setProperty("--part", `${isSet ? 100 * part : 0}%`);
    dots?.color(isSet ? Number(input.value) : 0);
  }
  function take() {
    isSet = true;
    update();
  }
  // A bar that is left where it stands was set too: by a click on its end, or by a key that cannot move it further.
  for (const event of ["input", "pointerup"]) input.addEventListener(event, take);
  input.addEventListener("keydown", ({ key }) => /^(Arrow|Page|Home|End| )/.test(key) && take());
  return {
    ...shared,
    nodes: [el("div", { class: "kit-share" }, dots?.node ?? input, shown, legend)],
    read: () => (isSet ? Number(input.value) : null),
    missing: () => MESSAGES.share_missing,
    write(mine) {
      input.value = String(clampToGrid(mine, spec));
      take();
    },
    reveal(mine, secret) {
      input.disabled = true;
      legend.hidden = isBar;
      dots?.ring(Math.round(Number(secret.truth)));
      show(mine, secret);
    },
    restart() {
      input.disabled = false;
      legend.hidden = true;
      dots?.ring(0);
      input.value = String(spec.low);
      isSet = false;
      update();
      hide();
    },
  };
}

let groups = 0;

/** @param {ChoiceSpec | ClaimSpec} spec @returns {Guess} */
export function chosenGuess(spec) {
  const name = `kit-guess-${++groups}`;
  const inputs = spec.choices.map((_, i) => el("input", { type: "radio", name, value: i }));
  const options = spec.choices.map((choice, i) =>
    el("label", { class: "kit-option" }, inputs[i], el("span", {}, choice)),
  );
  const chart = makeAnswerChart(spec.height, spec.title);
  const evidence = ("evidence" in spec ? spec.evidence : []).map(({ head, lines }) =>
    el("div", {}, el("strong", {}, head), el("ul", {}, ...lines.map((line) => el("li", {}, line)))),
  );
  const legend = el("legend", { class: spec.legend ? "kit-label" : "kit-spoken" }, spec.legend || spec.title);
  return {
    nodes: [...evidence, el("fieldset", { class: "kit-question" }, legend, ...options)],
    answer: [chart.node],
    read: () => spec.choices[inputs.findIndex((input) => input.checked)] ?? null,
    missing: () => MESSAGES.guess_choice_first,
    isGuess: (stored) => spec.choices.some((choice) => choice === stored),
    write: (mine) => (inputs[spec.choices.indexOf(mine)].checked = true),
    compare(guess, secret) {
      const truth = String(secret.truth);
      return { guess, truth, kind: guess, sentence: fill(guess === truth ? spec.right : spec.other, { guess, truth }) };
    },
    coded: (mine) => spec.choices.indexOf(mine) + 1,
    reveal(mine, { truth, figure }) {
      spec.choices.forEach((choice, i) => {
        inputs[i].disabled = true;
        options[i].classList.toggle("kit-good", choice === truth);
        options[i].classList.toggle("kit-miss", choice === mine && choice !== truth);
      });
      chart.reveal(figure);
    },
    restart() {
      for (const input of inputs) input.disabled = input.checked = false;
      for (const option of options) option.classList.remove("kit-good", "kit-miss");
      chart.hide();
    },
    stop: chart.stop,
  };
}
