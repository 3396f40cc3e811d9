// The state of an explorer, one setting for each control, and how it stands in an address: page.html#robots?year=2015

/** @import { ControlSpec, ExploreSpec } from "../contract" */

/** How many settings a control has: a tick box doubles them. @param {ControlSpec} control */
export function settingCount({ kind, options }) {
  return kind === "multiselect" ? 2 ** options.length : options.length;
}

/** Whether an option is ticked in a setting of tick boxes, one bit each. @param {number} setting @param {number} bit */
export function isTicked(setting, bit) {
  return Math.floor(setting / 2 ** bit) % 2 === 1;
}

/** The setting of tick boxes, one bit each. @param {boolean[]} ticked */
export function settingOf(ticked) {
  return ticked.reduce((sum, isOn, bit) => sum + (isOn ? 2 ** bit : 0), 0);
}

/** The words of an option, or of all that are ticked. @param {ControlSpec} control @param {number} setting */
export function settingText({ kind, options }, setting) {
  return kind === "multiselect" ? options.filter((_, bit) => isTicked(setting, bit)).join("~") : options[setting];
}

/** The setting that an address names; the default where it names none. @param {ControlSpec} control @param {string | null} text */
export function settingFrom(control, text) {
  if (text === null) return control.default;
  if (control.kind !== "multiselect") return control.options.includes(text) ? control.options.indexOf(text) : control.default;
  const named = text.split("~");
  return settingOf(control.options.map((option) => named.includes(option)));
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

/** The address with a state in it. @param {string} address @param {ExploreSpec} spec @param {number[]} state */
export function linkTo(address, { id, controls }, state) {
  const query = new URLSearchParams(controls.map((control, i) => [control.name, settingText(control, state[i])]));
  return `${address.split("#")[0]}#${id}?${query}`;
}

/** The name behind # in an address, and the settings behind its question mark. @param {string} hash */
export function readHash(hash) {
  const [id, query = ""] = hash.slice(1).split("?");
  return { id: decodeURIComponent(id), query: new URLSearchParams(query) };
}

/** The state that an address names. @param {ExploreSpec} spec @param {string} hash */
export function stateFrom({ id, controls }, hash) {
  const named = readHash(hash);
  return controls.map((control) => settingFrom(control, named.id === id ? named.query.get(control.name) : null));
}
