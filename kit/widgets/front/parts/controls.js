// Native, labelled inputs for the controls of an explorer.

/** @import { ControlSpec } from "../contract" */

import { MESSAGES } from "../logic/messages.js";
import { isTicked, settingCount, settingOf, sliderText } from "../logic/settings.js";
import { actionButton, el } from "./dom.js";

/** @typedef {{node: HTMLElement, get: () => number, set: (setting: number) => void}} Control */

const SEGMENTS_MOST = 4; // more options than these, or more letters, make a menu
const SEGMENTS_LETTERS = 34;
const PLAY_EVERY = 500; // milliseconds

let groups = 0;

/** @param {ControlSpec} spec @param {() => void} onInput @returns {Control} */
export function makeControl(spec, onInput) {
  const kinds = { slider: makeSlider, toggle: makeToggle, multiselect: makeMultiSelect, select: makeSelect };
  const control = kinds[spec.kind](spec, onInput);
  if (spec.help) control.node.append(el("small", { class: "kit-help" }, spec.help));
  return control;
}

/** @param {ControlSpec} spec @param {() => void} onInput @returns {Control} */
function makeSlider(spec, onInput) {
  const shown = el("output");
  const input = el("input", {
    type: "range",
    min: 0,
    max: settingCount(spec) - 1,
    step: 1,
    "aria-label": spec.label,
    name: spec.name,
  });
  function update() {
    const text = `${sliderText(spec, Number(input.value))} ${spec.unit}`.trim();
    shown.textContent = text;
    input.setAttribute("aria-valuetext", text);
  }
  input.addEventListener("input", () => {
    update();
    onInput();
  });
  const node = el(
    "div",
    { class: "kit-control kit-slider" },
    el("span", { class: "kit-label" }, `${spec.label} `, shown),
    el("span", { class: "kit-row" }, input, spec.play ? makePlay(input, spec.label) : ""),
  );
  function set(/** @type {number} */ setting) {
    input.value = String(setting);
    update();
  }
  return { node, get: () => Number(input.value), set };
}

/**
 * A button that moves a slider step by step; it stops at the end, or when the reader takes over.
 * @param {HTMLInputElement} input
 * @param {string} label
 */
function makePlay(input, label) {
  let timer = 0;
  const button = actionButton(MESSAGES.play, () => (timer ? stop() : start()));
  button.setAttribute("aria-label", `${MESSAGES.play}: ${label}`);
  function stop() {
    clearInterval(timer);
    timer = 0;
    delete button.dataset.playing;
    button.textContent = MESSAGES.play;
  }
  function start() {
    if (input.value === input.max) input.value = "-1";
    button.textContent = MESSAGES.pause;
    button.dataset.playing = ""; // a page waits with the address until it is over
    timer = window.setInterval(step, PLAY_EVERY);
    step();
  }
  function step() {
    if (!input.isConnected || input.value === input.max) return stop();
    input.value = String(Number(input.value) + 1);
    input.dispatchEvent(new Event("input"));
  }
  input.addEventListener("pointerdown", stop);
  input.addEventListener("keydown", stop);
  return button;
}

/** @param {ControlSpec} spec @param {() => void} onInput @returns {Control} */
function makeToggle(spec, onInput) {
  const input = el("input", { type: "checkbox", role: "switch", name: spec.name, onchange: onInput });
  const node = el("div", { class: "kit-control" }, el("label", { class: "kit-tick" }, input, spec.label));
  return { node, get: () => Number(input.checked), set: (setting) => (input.checked = Boolean(setting)) };
}

/** @param {ControlSpec} spec @param {() => void} onInput @returns {Control} */
function makeMultiSelect(spec, onInput) {
  const inputs = spec.options.map(() => el("input", { type: "checkbox", name: spec.name, onchange: onInput }));
  const ticks = spec.options.map((option, i) => el("label", { class: "kit-tick" }, inputs[i], option));
  return {
    node: makeGroup(spec.label, el("span", { class: "kit-ticks" }, ...ticks)),
    get: () => settingOf(inputs.map((input) => input.checked)),
    set: (setting) => inputs.forEach((input, bit) => (input.checked = isTicked(setting, bit))),
  };
}

/** @param {ControlSpec} spec @param {() => void} onInput @returns {Control} */
function makeSelect(spec, onInput) {
  const letters = spec.options.join("").length;
  return spec.options.length > SEGMENTS_MOST || letters > SEGMENTS_LETTERS
    ? makeMenu(spec, onInput)
    : makeSegments(spec, onInput);
}

/** @param {ControlSpec} spec @param {() => void} onInput @returns {Control} */
function makeMenu(spec, onInput) {
  const menu = el(
    "select",
    { name: spec.name, onchange: onInput },
    ...spec.options.map((option, i) => el("option", { value: i }, option)),
  );
  const node = el("label", { class: "kit-control kit-label" }, spec.label, menu);
  return { node, get: () => Number(menu.value), set: (setting) => (menu.value = String(setting)) };
}

/** @param {ControlSpec} spec @param {() => void} onInput @returns {Control} */
function makeSegments(spec, onInput) {
  const name = `kit-group-${++groups}`;
  const inputs = spec.options.map((_, i) => el("input", { type: "radio", name, value: i, onchange: onInput }));
  const labels = spec.options.map((option, i) => el("label", {}, inputs[i], el("span", {}, option)));
  return {
    node: makeGroup(spec.label, el("span", { class: "kit-segments" }, ...labels)),
    get: () => inputs.findIndex((input) => input.checked),
    set: (setting) => (inputs[setting].checked = true),
  };
}

/** @param {string} label @param {HTMLElement} inputs */
function makeGroup(label, inputs) {
  return el("fieldset", { class: "kit-control" }, el("legend", { class: "kit-label" }, label), inputs);
}
