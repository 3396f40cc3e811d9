// The data behind a chart: a folded table, and a file to take away.

/** @import { FigureSpec } from "../contract" */
/** @import { Table } from "../logic/tables.js" */

import { fill, MESSAGES } from "../logic/messages.js";
import { formatCell, tableFrom, toCsv } from "../logic/tables.js";
import { actionButton, el } from "./dom.js";

const MOST_ROWS = 1000; // a longer table would stop the page for seconds

/** @param {string} caption @param {Table} table */
export function tableNode(caption, { head, rows }) {
  const titles = head.map((title) => (title.trim() ? el("th", { scope: "col" }, title) : el("td", {})));
  const lines = rows.map(([place, ...values]) =>
    el(
      "tr",
      {},
      el("th", { scope: "row" }, formatCell(place, true)),
      ...values.map((value) => el("td", {}, formatCell(value, false))),
    ),
  );
  return el(
    "table",
    { class: "kit-table" },
    el("caption", {}, caption),
    el("thead", {}, el("tr", {}, ...titles)),
    el("tbody", {}, ...lines),
  );
}

/** @param {string} name @param {Table} table */
export function download(name, table) {
  const address = URL.createObjectURL(new Blob(["\ufeff", toCsv(table)], { type: "text/csv;charset=utf-8" }));
  el("a", { href: address, download: `${name}.csv` }).click();
  setTimeout(() => URL.revokeObjectURL(address), 1000);
}

/** A region that scrolls by itself; the keyboard must reach it. @param {string} label */
export function scrollRegion(label) {
  return el("div", { class: "kit-data", tabindex: "0", role: "region", "aria-label": label, hidden: true });
}

/**
 * The button and the folded table; it is filled only while it is open. `show(figure)` says which data.
 * @param {string} name of the file
 * @param {string} title of the chart
 */
export function makeDataTable(name, title, open = false) {
  /** @type {FigureSpec} */
  let figure = { data: [], layout: {} };
  const node = scrollRegion(`${MESSAGES.data_caption}: ${title}`);
  const button = actionButton(MESSAGES.show_data, () => setHidden(!node.hidden));
  /** @param {boolean} hidden */
  function setHidden(hidden) {
    node.hidden = hidden;
    button.textContent = hidden ? MESSAGES.show_data : MESSAGES.hide_data;
    button.setAttribute("aria-expanded", String(!hidden));
    update();
  }
  function update() {
    if (node.hidden) return;
    const table = tableFrom(figure);
    if (!table.rows.length) return node.replaceChildren(el("p", {}, MESSAGES.no_table));
    const shown = { head: table.head, rows: table.rows.slice(0, MOST_ROWS) };
    const more =
      table.rows.length > MOST_ROWS ? fill(MESSAGES.more_rows, { shown: MOST_ROWS, all: table.rows.length }) : "";
    node.replaceChildren(
      actionButton(MESSAGES.download, () => download(name, table)),
      tableNode(MESSAGES.data_caption, shown),
      more && el("p", {}, more),
    );
  }
  /** @param {FigureSpec} next */
  function show(next) {
    figure = next;
    update();
  }
  setHidden(!open);
  return { button, node, show };
}
