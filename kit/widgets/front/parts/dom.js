// Elements. Text is always set as text, never as HTML.

import { parseInline } from "../logic/inline.js";

/**
 * Make an element: `el("p", {class: "kit-note", hidden: true}, "text", child)`. Attributes that are undefined, "" or
 * false are left out, and so are children that are "".
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {Record<string, any>} [attributes] a name that starts with "on" takes a listener
 * @param {(Node | string)[]} children
 * @returns {HTMLElementTagNameMap[Tag]}
 */
export function el(tag, attributes = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === undefined || value === "" || value === false) continue;
    if (name.startsWith("on")) node.addEventListener(name.slice(2), value);
    else node.setAttribute(name, value === true ? "" : value);
  }
  node.append(...children.filter((child) => child !== ""));
  return node;
}

/**
 * The nodes of a text in which **words** are bold, *words* stressed, and what stands between backticks is code.
 * @param {string} text
 */
export function inline(text) {
  return parseInline(text).map(({ tag, words }) => (tag ? el(tag, {}, words) : words));
}

/** A quiet button that looks like a link. @param {string} label @param {(event: Event) => unknown} onclick */
export function actionButton(label, onclick) {
  return el("button", { type: "button", class: "kit-act", onclick }, label);
}

/** A button that commits to something. @param {string} label @param {(event: Event) => unknown} onclick */
export function mainButton(label, onclick) {
  return el("button", { type: "button", class: "kit-button", onclick }, label);
}

/**
 * A button that copies a text; it says so for two seconds.
 * @param {string} label
 * @param {string} done
 * @param {() => string} text
 * @param {(text: string) => void} withoutClipboard what to do where the browser forbids it, as on a page from a stick
 */
export function copyButton(label, done, text, withoutClipboard) {
  const button = actionButton(label, async () => {
    const copied = text();
    try {
      await navigator.clipboard.writeText(copied);
      button.textContent = done;
      setTimeout(() => (button.textContent = label), 2000);
    } catch {
      withoutClipboard(copied);
    }
  });
  return button;
}

/**
 * Return a function that does `action` at once, and if called again within the frame, once more at its end.
 * @param {() => void} action
 */
export function oncePerFrame(action) {
  let waiting = false;
  let again = false;
  return function run() {
    if (waiting) {
      again = true;
      return;
    }
    waiting = true;
    action();
    requestAnimationFrame(() => {
      waiting = false;
      if (again) {
        again = false;
        run();
      }
    });
  };
}
