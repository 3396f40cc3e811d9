// A page without a kernel: find the embedded widgets and give each a model; an explorer's answers from its own states.

/** @import { Drawing, ExploreSpec } from "./contract" */
/** @import { Model } from "./types" */

import { decompress } from "./compression.js";
import { isState, linkTo, readHash, stateFrom, stateIndex } from "./logic/settings.js";
import { mount } from "./mount.js";
import { configurePage } from "./parts/plotly.js";

const REMEMBER_AFTER = 400; // milliseconds

/** @implements {Model} */
class EmbeddedModel {
  /** @param {Record<string, unknown>} values */
  constructor(values) {
    this.values = values;
    this.events = new EventTarget();
  }
  /** @param {string} name @returns {any} */
  get(name) {
    return this.values[name];
  }
  /** @param {string} name @param {unknown} value */
  set(name, value) {
    this.values[name] = value;
  }
  /** @param {string} event @param {() => void} listener */
  on(event, listener) {
    this.events.addEventListener(event, listener);
  }
  /** @param {string} event @param {() => void} listener */
  off(event, listener) {
    this.events.removeEventListener(event, listener);
  }
  /** @param {string} event */
  emit(event) {
    this.events.dispatchEvent(new Event(event));
  }
  save_changes() {}
}

/** @type {EmbeddedExplorer[]} */
const explorers = [];
let remembering = 0;

class EmbeddedExplorer extends EmbeddedModel {
  /** @param {ExploreSpec} spec @param {Drawing[]} drawings one for each state */
  constructor(spec, drawings) {
    super({ _spec: spec });
    this.spec = spec;
    this.drawings = drawings;
    this.setState(
      stateFrom(spec, location.hash) ?? this.keptState() ?? spec.controls.map((control) => control.default),
    );
    explorers.push(this);
  }
  /** @returns {number[]} */
  get state() {
    return this.get("_state");
  }
  save_changes() {
    this.answer();
    rememberSoon(this);
  }
  answer() {
    const drawing = this.drawings[stateIndex(this.spec.controls, this.state)];
    this.set("_drawn", JSON.stringify({ state: this.state, ...drawing }));
    this.emit("change:_drawn");
  }
  /** Go to a state that the reader has not asked for with a control. @param {number[]} state */
  setState(state) {
    this.set("_state", state);
    this.answer();
    this.emit("change:_state");
  }
  /** The state that the present step of the browser's history has kept, or null. @returns {number[] | null} */
  keptState() {
    const kept = history.state?.kit?.[this.spec.id];
    return isState(this.spec.controls, kept) ? kept : null;
  }
  link() {
    return linkTo(location.href, this.spec, this.state);
  }
}

/**
 * The address follows when the reader rests or Play is over: a drag is one step back, and so is a whole run of Play.
 * @param {EmbeddedExplorer} explorer
 */
function rememberSoon(explorer) {
  clearTimeout(remembering);
  remembering = window.setTimeout(() => {
    if (document.querySelector("[data-playing]")) return rememberSoon(explorer);
    const link = explorer.link();
    if (link !== location.href) keepStates("pushState", link);
  }, REMEMBER_AFTER);
}

/**
 * Keep the states of all explorers in a new step of the browser's history, or in the present one.
 * @param {"pushState" | "replaceState"} method
 * @param {string} [link]
 */
function keepStates(method, link) {
  if (!explorers.length) return;
  const states = Object.fromEntries(explorers.map(({ spec, state }) => [spec.id, state]));
  try {
    history[method]({ ...history.state, kit: states }, "", link);
  } catch {
    // A page inside another may be forbidden to have a history; its charts move all the same.
  }
}

/** Every step of the history has its states, except the one that a link inside the page has just made. */
function followHistory() {
  clearTimeout(remembering);
  for (const explorer of explorers) {
    const state = explorer.keptState() ?? stateFrom(explorer.spec, location.hash);
    if (state) explorer.setState(state);
  }
  if (!history.state?.kit) showNamed();
  keepStates("replaceState");
}

/** The browser itself finds no place by a name with settings behind it, and none in a fold. */
function showNamed() {
  const { id, query } = readHash(location.hash);
  const place = document.getElementById(id);
  if (!place) return;
  for (let fold = place.closest("details"); fold; fold = fold.parentElement?.closest("details") ?? null)
    fold.open = true;
  if (query) place.scrollIntoView();
}

/** @param {HTMLElement} host */
function mountEmbedded(host) {
  const kind = host.dataset.kit ?? "";
  return mount(kind, host, async () => {
    const spec = JSON.parse(host.querySelector("script[type='application/json']")?.textContent ?? "");
    spec.id = host.id;
    return kind === "explore"
      ? new EmbeddedExplorer(spec, await decompress(spec.states))
      : new EmbeddedModel({ _spec: spec });
  });
}

/**
 * Two cards of one name come from two notebooks, or are one card shown twice: the second is called -2.
 * @param {Iterable<HTMLElement>} hosts
 */
function tellApart(hosts) {
  /** @type {Set<string>} */
  const taken = new Set();
  for (const host of hosts) {
    const name = host.id;
    for (let count = 2; taken.has(host.id); count++) host.id = `${name}-${count}`;
    taken.add(host.id);
  }
}

async function mountAll() {
  /** @type {NodeListOf<HTMLElement>} */
  const hosts = document.querySelectorAll(".kit-widget");
  tellApart(hosts);
  await Promise.all([...hosts].map(mountEmbedded));
  keepStates("replaceState");
  document.documentElement.dataset.kit = "ready";
  showNamed();
}

/** Bring a page to life. Called while its script runs, which tells where plotly.js and the root of the site lie. */
export function startPage() {
  const { src } = /** @type {HTMLScriptElement} */ (document.currentScript);
  // Where the script stands in the page itself, plotly.js does so too, and there are no other pages.
  if (src) configurePage({ plotly: new URL("plotly.min.js", src).href, root: new URL("..", src).href });
  addEventListener("popstate", followHistory);
  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", mountAll);
  else mountAll();
}
