// A guess that is drawn with the finger, the mouse, or number by number.

/** @import { LineSpec } from "./contract" */
/** @import { Guess } from "./guesses.js" */
/** @import { Point, Values } from "./logic/strokes.js" */

import { compareNumbers } from "./guesses.js";
import { numberToAnswer } from "./logic/codes.js";
import { fill, MESSAGES } from "./logic/messages.js";
import { clampToGrid, readNumber } from "./logic/numbers.js";
import { isWholeLine, nearest, strokeBetween, withGuess } from "./logic/strokes.js";
import { makeChart } from "./parts/chart.js";
import { el } from "./parts/dom.js";

/**
 * `spec.known` points stand already; the rest is the guess, and it counts once every point was drawn.
 * @param {LineSpec} spec
 * @returns {Guess}
 */
export function drawnGuess(spec) {
  const chart = makeChart(spec.height, spec.title);
  const places = spec.places.slice(spec.known);
  const labels = spec.labels.slice(spec.known);
  /** @type {Values} */
  let values = places.map(() => null);
  let locked = false;

  const inputs = places.map((_, i) => {
    const onchange = () => {
      setValue(i, typedValue(input.value, spec));
      draw(spec.figure);
    };
    const input = el("input", { type: "text", inputmode: "decimal", autocomplete: "off", onchange });
    return input;
  });
  const fields = inputs.map((input, i) => el("label", {}, labels[i], input));
  const typed = el(
    "details",
    {},
    el("summary", {}, MESSAGES.type_values),
    el("div", { class: "kit-values" }, ...fields),
  );
  const todo = el("p", { class: "kit-help" });

  /** @param {number} i @param {number | null} value */
  function setValue(i, value) {
    values[i] = value === null ? null : clampToGrid(value, spec);
    inputs[i].setAttribute("aria-invalid", String(value === null && inputs[i].value !== ""));
    if (value !== null) inputs[i].value = String(values[i]);
  }
  function missing() {
    const count = values.filter((value) => value === null).length;
    return count ? fill(MESSAGES.draw_missing, { missing: count, all: values.length }) : "";
  }
  /** @param {LineSpec["figure"]} figure */
  function draw(figure) {
    todo.textContent = missing();
    todo.hidden = locked || !todo.textContent;
    chart.show(withGuess(figure, spec, values, locked));
  }
  followStrokes(
    chart.node,
    places,
    () => locked,
    (points) => {
      for (const { i, y } of points) setValue(i, y);
      draw(spec.figure);
    },
  );

  return {
    nodes: [chart.node, todo, typed],
    answer: [],
    read: () => (isWholeLine(values, places.length) ? [...values] : null),
    missing,
    isGuess: (stored) => isWholeLine(stored, places.length),
    write: (mine) => mine.forEach((/** @type {number} */ value, /** @type {number} */ i) => setValue(i, value)),
    compare(mine, { truth, close }) {
      const last = Array.isArray(truth) ? truth[truth.length - 1] : Number(truth);
      return compareNumbers(mine.at(-1), last, spec.unit, close, MESSAGES.line_result, {
        x: labels[labels.length - 1],
      });
    },
    coded: (mine) => numberToAnswer(mine.at(-1)),
    reveal(_, { figure }) {
      locked = true;
      typed.hidden = true;
      chart.node.classList.remove("kit-draw");
      draw(figure ?? spec.figure);
    },
    restart() {
      values = places.map(() => null);
      locked = false;
      typed.hidden = false;
      for (const input of inputs) input.value = "";
      chart.node.classList.add("kit-draw");
      draw(spec.figure);
    },
    stop: chart.stop,
  };
}

/**
 * A typed value, or null; where it can mean two numbers, the one that lies in the drawing area.
 * @param {string} text
 * @param {LineSpec} spec
 */
function typedValue(text, { low, high, unit }) {
  const meanings = readNumber(text.trim(), unit);
  const inside = meanings.filter((value) => value >= low && value <= high);
  const [only, another] = meanings.length > 1 ? inside : meanings;
  return only === undefined || another !== undefined ? null : only;
}

/**
 * Tell the places and values that a pointer strokes on a chart.
 * @param {HTMLElement} node
 * @param {number[]} places
 * @param {() => boolean} isLocked
 * @param {(points: Point[]) => void} onStroke
 */
function followStrokes(node, places, isLocked, onStroke) {
  /** @type {Point | null} */
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
  node.addEventListener(
    "pointerdown",
    (event) => {
      if (isLocked() || !drawnLayout()) return;
      event.preventDefault();
      node.setPointerCapture(event.pointerId);
      held = pointAt(event);
      drag(event);
    },
    true,
  );
  node.addEventListener("pointermove", drag, true);
  for (const end of ["pointerup", "pointercancel"]) node.addEventListener(end, () => (held = null), true);
}
