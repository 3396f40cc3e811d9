// A field of dots, ten in a row, to colour as many as one guesses. A slider lies over it for keys and screen readers.

import { el } from "./dom.js";

const ROW = 10;

/**
 * @param {HTMLInputElement} slider a range of whole numbers from 0; what is pressed on the dots is told to it as input
 */
export function makeDots(slider) {
  const count = Number(slider.max);
  const dots = Array.from({ length: count }, () => el("span"));
  const field = el("div", { class: "kit-field", onpointerdown: press, onpointermove: drag }, ...dots);

  /** How many dots are meant by a place: all up to there, and none left of the first. @param {PointerEvent} event */
  function countAt({ clientX, clientY }) {
    const { left, top, width, height } = field.getBoundingClientRect();
    const rows = Math.ceil(count / ROW);
    const row = within(Math.floor(((clientY - top) / height) * rows), 0, rows - 1);
    const column = within(Math.floor(((clientX - left) / width) * ROW), -1, ROW - 1);
    return Math.min(count, row * ROW + column + 1);
  }
  /** @param {PointerEvent} event */
  function press(event) {
    if (slider.disabled) return;
    event.preventDefault();
    field.setPointerCapture?.(event.pointerId);
    slider.focus();
    const pressed = countAt(event);
    // The last coloured dot gives its colour back, so that none can be reached by a finger.
    set(pressed === Number(slider.value) ? pressed - 1 : pressed);
  }
  /** @param {PointerEvent} event */
  function drag(event) {
    if (event.buttons && !slider.disabled && countAt(event) !== Number(slider.value)) set(countAt(event));
  }
  /** @param {number} value */
  function set(value) {
    slider.value = String(value);
    slider.dispatchEvent(new Event("input"));
  }
  /** @param {string} name @param {number} upTo */
  function mark(name, upTo) {
    for (const [i, dot] of dots.entries()) dot.classList.toggle(name, i < upTo);
  }
  return {
    node: el("div", { class: "kit-dots" }, slider, field),
    color: (/** @type {number} */ value) => mark("kit-on", value),
    ring: (/** @type {number} */ value) => mark("kit-ring", value),
  };
}

/** @param {number} value @param {number} low @param {number} high */
function within(value, low, high) {
  return Math.min(high, Math.max(low, value));
}
