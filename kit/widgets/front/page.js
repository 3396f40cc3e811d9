// A page without a kernel: find the embedded widgets and give each a model; an explorer's answers from its own states.

/** @import { Drawing, ExploreSpec } from "./contract" */
/** @import { Model } from "./types" */

import { decompress } from "./compression.js";
import { explore } from "./explore.js";
import { linkTo, readHash, stateFrom, stateIndex } from "./logic/settings.js";
import { configurePage } from "./parts/plotly.js";
import { poll } from "./poll.js";
import { predict } from "./predict.js";
import { quiz } from "./quiz.js";
import { recall } from "./recall.js";
import { verdicts } from "./verdicts.js";

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
    this.setState(stateFrom(spec, location.hash));
    explorers.push(this);
  }
  /** @returns {number[]} */
  get state() {
    return this.get("_state");
  }
  save_changes() {
    this.answer();
    // The address follows when the reader rests, so that a drag is one step back and not fifty.
    clearTimeout(remembering);
    remembering = window.setTimeout(() => remember(this.link()), REMEMBER_AFTER);
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
  link() {
    return linkTo(location.href, this.spec, this.state);
  }
}

/** Put the state into the address, as a step that the browser's "back" undoes. @param {string} link */
function remember(link) {
  if (link === location.href) return;
  const states = Object.fromEntries(explorers.map(({ spec, state }) => [spec.id, state]));
  history.pushState({ kit: states }, "", link);
}

/** @param {PopStateEvent} event */
function goBack({ state }) {
  clearTimeout(remembering);
  for (const explorer of explorers) explorer.setState(state?.kit?.[explorer.spec.id] ?? stateFrom(explorer.spec, location.hash));
}

/** @param {HTMLElement} host */
async function mount(host) {
  const spec = JSON.parse(host.querySelector("script[type='application/json']")?.textContent ?? "");
  const others = { poll, predict, quiz, recall, verdicts };
  const kind = host.dataset.kit;
  if (kind === "explore") explore(new EmbeddedExplorer(spec, await decompress(spec.states)), host);
  else if (kind && kind in others) others[/** @type {keyof typeof others} */ (kind)](new EmbeddedModel({ _spec: spec }), host);
}

async function mountAll() {
  /** @type {NodeListOf<HTMLElement>} */
  const hosts = document.querySelectorAll(".kit-widget");
  await Promise.all([...hosts].map(mount));
  document.documentElement.dataset.kit = "ready";
  if (location.hash.includes("?")) document.getElementById(readHash(location.hash).id)?.scrollIntoView();
}

/** Bring a page to life. Called while its script runs, which tells where plotly.js and the root of the site lie. */
export function startPage() {
  const { src } = /** @type {HTMLScriptElement} */ (document.currentScript);
  // Where the script stands in the page itself, plotly.js does so too, and there are no other pages.
  if (src) configurePage({ plotly: new URL("plotly.min.js", src).href, root: new URL("..", src).href });
  addEventListener("popstate", goBack);
  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", mountAll);
  else mountAll();
}
