// The card: the frame that every widget has, and the note in it.

import { el } from "./dom.js";

const SPOKEN_AFTER = 600; // milliseconds that a note stands still before it is read out

let cards = 0;

/**
 * Put a card into `root`: title, about line, `body`, and a foot with source and actions.
 * @param {Element} root
 * @param {{title?: string, label?: string, about?: string}} spec
 * @param {(Node | string)[]} body
 * @param {string} source
 * @param {Node[]} actions
 */
export function makeCard(root, spec, body, source, actions) {
  const titleId = `kit-title-${++cards}`;
  const card = el(
    "section",
    { class: "kit", onkeydown: keepKeys, "aria-labelledby": spec.title && titleId, "aria-label": spec.label },
    spec.title ? el("h3", { id: titleId, class: "kit-title" }, spec.title) : "",
    spec.about ? el("p", { class: "kit-about" }, spec.about) : "",
    ...body,
    source || actions.length
      ? el(
          "div",
          { class: "kit-foot" },
          el("span", { class: "kit-source" }, source),
          el("span", { class: "kit-acts" }, ...actions),
        )
      : "",
  );
  root.replaceChildren(card);
  return card;
}

/**
 * JupyterLab would take the arrow keys from a slider and letters from a text; shortcuts with Ctrl still reach it.
 * @param {KeyboardEvent} event
 */
function keepKeys(event) {
  if (!event.ctrlKey && !event.metaKey) event.stopPropagation();
}

/** A note that is read out when it has stood still for a moment, so that a fast drag does not chatter. */
export function makeNote() {
  const shown = el("p", { class: "kit-note" });
  const spoken = el("p", { class: "kit-spoken", role: "status", "aria-live": "polite" });
  let timer = 0;
  /** @param {string} text @param {"" | "miss"} [kind] @param {boolean} [quiet] whether it is shown and not read out */
  function announce(text, kind = "", quiet = false) {
    shown.textContent = text;
    shown.hidden = !text;
    shown.dataset.kind = kind;
    clearTimeout(timer);
    timer = window.setTimeout(() => (spoken.textContent = quiet ? "" : text), SPOKEN_AFTER);
  }
  announce("");
  return { nodes: [shown, spoken], announce };
}

/** @typedef {ReturnType<typeof makeNote>} Note */
