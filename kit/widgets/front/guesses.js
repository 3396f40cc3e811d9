// The three ways to guess: a typed number, a chosen option, a drawn line.

/** @import { ChoiceSpec, ClaimSpec, LineSpec, NumberSpec, Secret } from "./contract" */

import { numberToAnswer } from "./logic/codes.js";
import { fill, MESSAGES } from "./logic/messages.js";
import { clampToGrid, formatQuantity, gapWords } from "./logic/numbers.js";
import { nearest, strokeBetween, withGuess } from "./logic/strokes.js";
import { makeChart } from "./parts/chart.js";
import { el } from "./parts/dom.js";

/**
 * A way to guess. `read` returns null as long as there is no guess; `coded` is the guess as the answer of a class code.
 * @typedef {object} Guess
 * @property {HTMLElement[]} nodes
 * @property {() => any} read
 * @property {(mine: any, truth: any) => {guess: string, truth: string, sentence: string}} compare
 * @property {(mine: any) => number} coded
 * @property {(mine: any, secret: Secret) => void} reveal
 * @property {() => void} restart
 * @property {() => void} stop
 */

/** A chart that shows only what the answer brings along. @param {{height: number, title: string}} spec */
function makeAnswerChart(spec) {
  const { node, show, stop } = makeChart(spec.height, spec.title);
  /** @param {Secret["figure"]} figure */
  function reveal(figure) {
    node.hidden = !figure;
    if (figure) show(figure);
  }
  return { node, reveal, hide: () => (node.hidden = true), stop };
}

/** @param {number} mine @param {number} truth @param {string} unit @param {string} sentence @param {object} [others] */
function compareNumbers(mine, truth, unit, sentence, others) {
  const written = { guess: formatQuantity(mine, unit), truth: formatQuantity(truth, unit) };
  return { ...written, sentence: fill(sentence, { ...written, ...others, gap: gapWords(mine, truth, unit) }) };
}

/** @param {NumberSpec} spec @param {() => void} commit for the Enter key @returns {Guess} */
export function typedGuess(spec, commit) {
  const onkeydown = (/** @type {KeyboardEvent} */ event) => event.key === "Enter" && commit();
  const input = el("input", { type: "number", step: "any", "aria-label": spec.title, onkeydown });
  const chart = makeAnswerChart(spec);
  return {
    nodes: [el("label", { class: "kit-row" }, input, el("span", {}, spec.unit)), chart.node],
    read: () => (input.value === "" ? null : Number(input.value)),
    compare: (mine, truth) => compareNumbers(mine, truth, spec.unit, MESSAGES.number_result),
    coded: numberToAnswer,
    reveal(_, { figure }) {
      input.disabled = true;
      chart.reveal(figure);
    },
    restart() {
      input.disabled = false;
      input.value = "";
      chart.hide();
    },
    stop: chart.stop,
  };
}

let groups = 0;

/** @param {ChoiceSpec | ClaimSpec} spec @returns {Guess} */
export function chosenGuess(spec) {
  const name = `kit-guess-${++groups}`;
  const inputs = spec.choices.map((_, i) => el("input", { type: "radio", name, value: i }));
  const options = spec.choices.map((choice, i) => el("label", { class: "kit-option" }, inputs[i], el("span", {}, choice)));
  const chart = makeAnswerChart(spec);
  const evidence = ("evidence" in spec ? spec.evidence : []).map(({ head, lines }) =>
    el("div", {}, el("strong", {}, head), el("ul", {}, ...lines.map((line) => el("li", {}, line)))),
  );
  const legend = el("legend", { class: "kit-label" }, spec.legend);
  return {
    nodes: [...evidence, el("fieldset", { class: "kit-question" }, legend, ...options), chart.node],
    read: () => spec.choices[inputs.findIndex((input) => input.checked)] ?? null,
    compare: (guess, truth) => ({ guess, truth, sentence: fill(guess === truth ? spec.right : spec.other, { guess, truth }) }),
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

/** Draw with the finger, the mouse, or number by number. `spec.known` points stand already; the rest is the guess. @param {LineSpec} spec @returns {Guess} */
export function drawnGuess(spec) {
  const chart = makeChart(spec.height, spec.title);
  const open = spec.places.slice(spec.known);
  /** @type {number[]} */
  let values = [];
  let touched = false;
  let locked = false;

  const inputs = open.map((_, i) => {
    const oninput = () => {
      if (input.value === "") return;
      setValue(i, Number(input.value));
      draw(spec.figure);
    };
    const input = el("input", { type: "number", step: "any", min: spec.low, max: spec.high, oninput });
    return input;
  });
  const labels = inputs.map((input, i) => el("label", {}, String(open[i]), input));
  const typed = el("details", {}, el("summary", {}, MESSAGES.type_values), el("div", { class: "kit-values" }, ...labels));

  /** @param {number} i @param {number} value */
  function setValue(i, value) {
    values[i] = clampToGrid(value, spec);
    touched = true;
  }
  /** @param {LineSpec["figure"]} figure */
  function draw(figure) {
    chart.show(withGuess(figure, spec, values, locked));
  }
  followStrokes(chart.node, open, () => locked, (points) => {
    for (const { i, y } of points) {
      setValue(i, y);
      inputs[i].value = String(values[i]);
    }
    draw(spec.figure);
  });

  return {
    nodes: [chart.node, typed],
    read: () => (touched ? [...values] : null),
    compare: (mine, truth) =>
      compareNumbers(mine.at(-1), truth.at(-1), spec.unit, MESSAGES.line_result, { x: open[open.length - 1] }),
    coded: (mine) => numberToAnswer(mine.at(-1)),
    reveal(_, { figure }) {
      locked = true;
      typed.hidden = true;
      chart.node.classList.remove("kit-draw");
      draw(figure ?? spec.figure);
    },
    restart() {
      values = open.map(() => spec.start);
      touched = locked = false;
      typed.hidden = false;
      for (const input of inputs) input.value = String(spec.start);
      chart.node.classList.add("kit-draw");
      draw(spec.figure);
    },
    stop: chart.stop,
  };
}

/**
 * Tell the places and values that a pointer strokes on a chart.
 * @param {HTMLElement} node
 * @param {number[]} places
 * @param {() => boolean} isLocked
 * @param {(points: import("./logic/strokes.js").Point[]) => void} onStroke
 */
function followStrokes(node, places, isLocked, onStroke) {
  /** @type {import("./logic/strokes.js").Point | null} */
  let held = null;
  /** Where plotly.js has put its axes; undefined before it has drawn. */
  const drawnLayout = () => Reflect.get(node, "_fullLayout");
  /** @param {PointerEvent} event */
  function pointAt(event) {
    const { xaxis, yaxis, _size } = drawnLayout();
    const box = node.getBoundingClientRect();
    const y = yaxis.p2d(event.clientY - box.top - _size.t);
    return { i: nearest(places, xaxis.p2d(event.clientX - box.left - _size.l)), y };
  }
  /** @param {PointerEvent} event */
  function drag(event) {
    if (!held || isLocked()) return;
    const now = pointAt(event);
    onStroke(strokeBetween(held, now));
    held = now;
  }
  node.addEventListener("pointerdown", (event) => {
    if (isLocked() || !drawnLayout()) return;
    event.preventDefault();
    node.setPointerCapture(event.pointerId);
    held = pointAt(event);
    drag(event);
  }, true);
  node.addEventListener("pointermove", drag, true);
  for (const end of ["pointerup", "pointercancel"]) node.addEventListener(end, () => (held = null), true);
}
