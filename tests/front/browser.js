// A browser in small (happy-dom) and a plotly.js that only notes what it is asked to draw. Import it before a widget.

import { Window } from "happy-dom";
import { deflateRawSync } from "node:zlib";

const window = new Window({ url: "file:///site/lessons/01.html", width: 1280 });
const names = [
  "document",
  "localStorage",
  "location",
  "history",
  "Event",
  "CustomEvent",
  "KeyboardEvent",
  "MutationObserver",
  "Element",
  "EventTarget",
  "getComputedStyle",
  "matchMedia",
  "getSelection",
  "PopStateEvent",
  "addEventListener",
  "removeEventListener",
  "dispatchEvent",
];
for (const name of names) {
  const value = Reflect.get(window, name);
  const bound = typeof value === "function" && !value.prototype ? value.bind(window) : value;
  Object.defineProperty(globalThis, name, { value: bound, configurable: true, writable: true });
}
/**
 * Observers that never see anything by themselves; `approach` is the reader who comes near.
 * @type {Set<(entries: object[]) => void>}
 */
const sights = new Set();
class Observer {
  /** @param {(entries: object[]) => void} seen */
  constructor(seen) {
    this.seen = seen;
  }
  observe() {
    sights.add(this.seen);
  }
  disconnect() {
    sights.delete(this.seen);
  }
}
/** What is still being unpacked. @type {Set<Promise<unknown>>} */
const pending = new Set();
class NotedResponse extends Response {
  json() {
    const coming = super.json();
    pending.add(coming);
    return coming;
  }
}
/** What plotly.js was asked to draw, the newest last. @type {{data: any[], layout: any}[]} */
export const drawn = [];
/** What was copied. @type {string[]} */
export const copied = [];
Object.defineProperty(globalThis, "navigator", {
  value: { clipboard: { writeText: async (/** @type {string} */ text) => copied.push(text) } },
});
Object.defineProperty(window.HTMLElement.prototype, "clientWidth", { value: 600 });
Object.assign(globalThis, {
  window: globalThis,
  IntersectionObserver: Observer,
  ResizeObserver: class extends Observer {
    observe() {}
  },
  Response: NotedResponse,
  requestAnimationFrame: (/** @type {() => void} */ action) => setTimeout(action, 16),
  Plotly: {
    react: (/** @type {any} */ _, /** @type {any[]} */ data, /** @type {any} */ layout) => drawn.push({ data, layout }),
    purge() {},
  },
});

/** An empty root for a widget; what the device remembers is forgotten. */
export function freshRoot() {
  localStorage.clear();
  sights.clear();
  drawn.length = 0;
  const root = document.createElement("div");
  document.body.replaceChildren(root);
  return root;
}

/** As `kit.widgets.embedding.compress`. @param {unknown} value */
export function compress(value) {
  return deflateRawSync(JSON.stringify(value)).toString("base64");
}

/** A model as anywidget gives it; `emit` is the kernel's part. @param {Record<string, any>} values */
export function fakeModel(values) {
  /** @type {Map<string, Set<() => void>>} */
  const listeners = new Map();
  /** @type {Record<string, any>[]} */
  const sent = [];
  return {
    sent,
    get: (/** @type {string} */ name) => values[name],
    set: (/** @type {string} */ name, /** @type {unknown} */ value) => (values[name] = value),
    on: (/** @type {string} */ event, /** @type {() => void} */ listener) =>
      listeners.set(event, (listeners.get(event) ?? new Set()).add(listener)),
    off: (/** @type {string} */ event, /** @type {() => void} */ listener) => listeners.get(event)?.delete(listener),
    save_changes: () => sent.push({ ...values }),
    emit: (/** @type {string} */ event) => [...(listeners.get(event) ?? [])].forEach((listener) => listener()),
    link: /** @type {(() => string) | undefined} */ (undefined),
  };
}

/**
 * The element that a selector finds, which must be there.
 * @param {ParentNode} root
 * @param {string} selector
 * @returns {any}
 */
export function find(root, selector) {
  const found = root.querySelector(selector);
  if (!found) throw new Error(`nothing is ${selector}`);
  return found;
}

/** The button with a label. @param {ParentNode} root @param {string} label @returns {any} */
export function button(root, label) {
  const found = [...root.querySelectorAll("button")].find(
    (one) => one.textContent === label || one.getAttribute("aria-label") === label,
  );
  if (!found) throw new Error(`no button says ${label}`);
  return found;
}

/** What a screen reader has been told: the text of every live region that is not hidden. @param {ParentNode} root */
export function announced(root) {
  const regions = [...root.querySelectorAll("[role=status], [aria-live]")];
  return regions
    .filter((region) => !(/** @type {any} */ (region).hidden))
    .map((region) => region.textContent)
    .filter(Boolean);
}

/** The reader scrolls to every chart. */
export function approach() {
  for (const seen of [...sights]) seen([{ isIntersecting: true }]);
}

/** Let the promises that are under way come to their end. */
export async function settle() {
  for (let i = 0; i < 5; i++) {
    await new Promise((resolve) => setImmediate(resolve));
    await Promise.all(pending);
  }
}
