// The state of an explorer, one setting for each control, and how it stands in an address: page.html#robots?year=2015

/** @import { ControlSpec, ExploreSpec, GridSpec } from "../contract" */

/** How many settings a control has: a tick box doubles them. @param {ControlSpec} control */
export function settingCount({ kind, options, grid }) {
  return kind === "multiselect" ? 2 ** options.length : (grid?.count ?? options.length);
}

/**
 * The words of a setting on a grid, as kit/widgets/sliders.py writes them.
 * @param {GridSpec} grid
 * @param {number} setting
 */
export function gridText({ low, step, decimals }, setting) {
  const number = low + setting * step;
  const [whole, ...fraction] = number.toFixed(decimals).split(".");
  // A year is not a quantity: 2015 takes no comma, 15,000 does.
  const text = [Math.abs(number) >= 10000 ? whole.replace(/\B(?=(\d{3})+$)/g, ",") : whole, ...fraction].join(".");
  return /^-[0.]*$/.test(text) ? text.slice(1) : text;
}

/** The setting on a grid whose words these are, or -1. @param {GridSpec} grid @param {string} text */
function gridSetting(grid, text) {
  const setting = Math.round((Number(text.replaceAll(",", "")) - grid.low) / grid.step);
  return setting >= 0 && setting < grid.count && gridText(grid, setting) === text ? setting : -1;
}

/** Whether an option is ticked in a setting of tick boxes, one bit each. @param {number} setting @param {number} bit */
export function isTicked(setting, bit) {
  return Math.floor(setting / 2 ** bit) % 2 === 1;
}

/** The setting of tick boxes, one bit each. @param {boolean[]} ticked */
export function settingOf(ticked) {
  return ticked.reduce((sum, isOn, bit) => sum + (isOn ? 2 ** bit : 0), 0);
}

/** A setting of a slider as it is read. @param {ControlSpec} control @param {number} setting */
export function sliderText({ grid, options }, setting) {
  return grid ? gridText(grid, setting) : options[setting];
}

/**
 * How each option is called in an address: by its words, and by its place where these would not tell it apart.
 * @param {ControlSpec} control
 */
function addressNames({ options }) {
  return options.map((option, i) => {
    const isClear = /^[^@~][^~]*$/.test(option) && options.indexOf(option) === options.lastIndexOf(option);
    return isClear ? option : `@${i}`;
  });
}

/**
 * A setting as it stands in an address: an option, or all that are ticked.
 * @param {ControlSpec} control
 * @param {number} setting
 */
export function settingText(control, setting) {
  if (control.grid) return gridText(control.grid, setting);
  const names = addressNames(control);
  return control.kind === "multiselect" ? names.filter((_, bit) => isTicked(setting, bit)).join("~") : names[setting];
}

/**
 * The setting that an address names; the default where it names none that there is.
 * @param {ControlSpec} control
 * @param {string | null} text
 */
export function settingFrom(control, text) {
  const names = addressNames(control);
  if (text === null) return control.default;
  if (control.kind !== "multiselect") {
    const setting = control.grid ? gridSetting(control.grid, text) : names.indexOf(text);
    return setting < 0 ? control.default : setting;
  }
  const named = text.split("~");
  const isTicking = names.some((name) => named.includes(name));
  return isTicking || !text ? settingOf(names.map((name) => named.includes(name))) : control.default;
}

/**
 * Where a state stands among all: in the order of a counter whose last digit, the last control, turns fastest.
 * @param {ControlSpec[]} controls
 * @param {number[]} state
 */
export function stateIndex(controls, state) {
  return state.reduce((sum, setting, i) => sum * settingCount(controls[i]) + setting, 0);
}

/** @param {number[]} one @param {number[]} other */
export function sameState(one, other) {
  return one.every((setting, i) => setting === other[i]);
}

/**
 * Whether a value, such as one that an earlier form of the page has left behind, is a state of these controls.
 * @param {ControlSpec[]} controls
 * @param {unknown} value
 * @returns {value is number[]}
 */
export function isState(controls, value) {
  return (
    Array.isArray(value) &&
    value.length === controls.length &&
    value.every((setting, i) => Number.isInteger(setting) && setting >= 0 && setting < settingCount(controls[i]))
  );
}

/** The address with a state in it. @param {string} address @param {ExploreSpec} spec @param {number[]} state */
export function linkTo(address, { id, controls }, state) {
  const query = new URLSearchParams(controls.map((control, i) => [control.name, settingText(control, state[i])]));
  return `${address.split("#")[0]}#${encodeURIComponent(id)}?${query}`;
}

/** The name behind # in an address, and the settings behind its question mark, if it has one. @param {string} hash */
export function readHash(hash) {
  const [name, ...rest] = hash.slice(1).split("?");
  return { id: decoded(name), query: rest.length ? new URLSearchParams(rest.join("?")) : null };
}

/** Text without its percent signs; as it stands, where somebody has typed them. @param {string} text */
function decoded(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/**
 * The state that an address names for an explorer; null where it names another one, or none.
 * @param {ExploreSpec} spec
 * @param {string} hash
 */
export function stateFrom({ id, controls }, hash) {
  const named = readHash(hash);
  const { query } = named;
  return named.id === id && query ? controls.map((control) => settingFrom(control, query.get(control.name))) : null;
}
