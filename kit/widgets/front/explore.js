// An explorer: controls, a chart, a note, the data. In JupyterLab the kernel answers, in a page the embedded states.

/** @import { DrawnAnswer, ExploreSpec } from "./contract" */
/** @import { Dispose, Model } from "./types" */

import { fill, MESSAGES } from "./logic/messages.js";
import { sameState } from "./logic/settings.js";
import { makeCard, makeNote } from "./parts/card.js";
import { makeChart } from "./parts/chart.js";
import { makeControl } from "./parts/controls.js";
import { makeDataTable } from "./parts/data_table.js";
import { actionButton, copyButton, el, inline, oncePerFrame } from "./parts/dom.js";
import { dataLinks } from "./parts/plotly.js";

// Milliseconds without an answer, after which the card says so.
const BUSY_AFTER = 300;
const SLOW_AFTER = 1200;
const SILENT_AFTER = 6000;

/** @param {Model} model @param {Element} root @returns {Dispose} */
export function explore(model, root) {
  /** @type {ExploreSpec} */
  const spec = model.get("_spec");
  /** @type {number[]} */
  let wanted = model.get("_state");

  const controls = spec.controls.map((control) => makeControl(control, onInput));
  const note = makeNote();
  const trouble = makeTrouble();
  const chart = makeChart(spec.height, spec.title, {
    drawn: () => card.dispatchEvent(new CustomEvent("kit-drawn", { bubbles: true, detail: { id: spec.id } })),
    mapless: () => trouble.warn(MESSAGES.no_map),
  });
  const data = makeDataTable(spec.id, spec.title, spec.table);
  const finding = makeFinding(spec.finding ?? "");
  const actions = [
    ...dataLinks(spec.data),
    data.button,
    ...(model.link ? [linkButton(() => model.link?.() ?? "")] : []),
    actionButton(MESSAGES.reset, reset),
  ];
  const inputs = controls.length
    ? el("div", { class: "kit-controls" }, ...controls.map((control) => control.node))
    : "";
  const card = makeCard(
    root,
    spec,
    [inputs, chart.node, ...note.nodes, trouble.node, finding.node, data.node],
    spec.source,
    actions,
  );
  card.dataset.explorer = spec.id;
  const patience = makePatience(card, trouble.warn);

  const send = oncePerFrame(() => {
    model.set("_state", wanted);
    model.save_changes();
    if (model.link) return; // a page has answered already
    patience.start();
    // Back to the state that is drawn already: the kernel sees no change and will not answer.
    onAnswer();
  });
  /** @param {number[]} state */
  function setState(state) {
    wanted = state;
    controls.forEach((control, i) => control.set(state[i]));
  }
  function reset() {
    setState(spec.controls.map((control) => control.default));
    onInput();
  }
  function onInput() {
    wanted = controls.map((control) => control.get());
    finding.offer();
    send();
  }
  function onAnswer() {
    /** @type {DrawnAnswer | null} */
    const answer = JSON.parse(model.get("_drawn") || "null");
    // An answer to a question that is no longer asked is dropped.
    if (answer && sameState(answer.state, wanted)) update(answer);
  }
  /** @param {DrawnAnswer} answer */
  function update({ figure, caption = "", fault }) {
    patience.stop();
    trouble.warn(fault ? fill(MESSAGES.failed, { reason: fault }) : "");
    if (!figure) return;
    note.announce(caption);
    chart.node.setAttribute("aria-label", `${spec.title}. ${caption}`);
    chart.show(figure);
    data.show(figure);
  }
  function onState() {
    const state = model.get("_state");
    if (!sameState(state, wanted)) setState(state);
    onAnswer();
  }

  setState(wanted);
  model.on("change:_drawn", onAnswer);
  model.on("change:_state", onState);
  onAnswer();
  if (!model.get("_drawn")) patience.start();
  return () => {
    model.off("change:_drawn", onAnswer);
    model.off("change:_state", onState);
    patience.stop();
    chart.stop();
  };
}

/** A line for what went wrong, read out. */
function makeTrouble() {
  const node = el("p", { class: "kit-trouble", role: "status", hidden: true });
  /** @param {string} text */
  function warn(text) {
    node.textContent = text;
    node.hidden = !text;
  }
  return { node, warn };
}

/** What a reader could have seen: folded, and offered more visibly once a control has moved. @param {string} text */
function makeFinding(text) {
  if (!text) return { node: "", offer: () => {} };
  const node = el(
    "details",
    { class: "kit-finding" },
    el("summary", {}, MESSAGES.finding),
    el("p", {}, ...inline(text)),
  );
  return { node, offer: () => (node.dataset.offered = "true") };
}

/**
 * Say that the answer takes long, and in the end that none has come.
 * @param {Element} card
 * @param {(text: string) => void} warn
 */
function makePatience(card, warn) {
  /** @type {number[]} */
  let timers = [];
  function stop() {
    timers.forEach((timer) => clearTimeout(timer));
    card.removeAttribute("aria-busy");
  }
  function start() {
    timers.forEach((timer) => clearTimeout(timer));
    timers = [
      window.setTimeout(() => card.setAttribute("aria-busy", "true"), BUSY_AFTER),
      window.setTimeout(() => warn(MESSAGES.slow), SLOW_AFTER),
      window.setTimeout(() => warn(MESSAGES.no_answer), SILENT_AFTER),
    ];
  }
  return { start, stop };
}

/** @param {() => string} address of the present state */
function linkButton(address) {
  const copied = () => {
    const link = address();
    history.replaceState(history.state, "", link);
    return link;
  };
  // Without the clipboard the address bar holds the link, and so does a box to copy it from.
  return copyButton(MESSAGES.copy_link, MESSAGES.copied, copied, (link) => prompt(MESSAGES.copy_link, link));
}
