// plotly.js: a page loads it from beside its own script, JupyterLab gets it gzipped from the kernel, once.

import { inflate } from "../compression.js";
import { fill, MESSAGES } from "../logic/messages.js";
import { el } from "./dom.js";

const READY = "kit-plotly";
const MISSING_AFTER = 10_000; // milliseconds

/** Where plotly.js and the root of the site lie, for a page that has them. */
let plotlyAddress = "";
let siteRoot = "";

/** @param {{plotly: string, root: string}} addresses */
export function configurePage({ plotly, root }) {
  plotlyAddress = plotly;
  siteRoot = root;
}

/** Whether plotly.js must be asked for; JupyterLab is sent it. */
export function loadsOnDemand() {
  return plotlyAddress !== "";
}

/** Whether this is a page of a site, with pages of lessons and datasets around it. */
export function inSite() {
  return siteRoot !== "";
}

/** Links to the pages of the datasets behind a chart; a notebook has no such pages. @param {string[]} names */
export function dataLinks(names) {
  if (!inSite()) return [];
  return names.map((name) =>
    el(
      "a",
      { class: "kit-act", href: `${siteRoot}data/${name}.html`, "aria-label": fill(MESSAGES.about_data, { name }) },
      name,
    ),
  );
}

/** @type {Promise<NonNullable<typeof Plotly>> | undefined} */
let coming;

/**
 * Resolve when plotly.js is there, loading it once.
 * @param {() => void} onMissing called if a kernel has not sent it after a moment; it may still do so
 */
export async function plotlyReady(onMissing) {
  // A page is told by the browser; a slow line is no fault.
  const late = loadsOnDemand() ? 0 : setTimeout(onMissing, MISSING_AFTER);
  try {
    return await load();
  } finally {
    clearTimeout(late);
  }
}

function load() {
  return (coming ??= new Promise((resolve, reject) => {
    const found = () => globalThis.Plotly && resolve(globalThis.Plotly);
    if (globalThis.Plotly) return found();
    document.addEventListener(READY, found, { once: true });
    if (plotlyAddress) loadScript(plotlyAddress, reject);
  }));
}

/**
 * Decompress the plotly.js that a kernel sends; the page keeps one copy whichever kernel sent it.
 * @param {BlobPart} gzipped
 */
export async function decompressPlotly(gzipped) {
  if (globalThis.Plotly) return;
  const script = await inflate(gzipped, "gzip").blob();
  if (globalThis.Plotly) return;
  const address = URL.createObjectURL(new Blob([script], { type: "text/javascript" }));
  loadScript(address).addEventListener("load", () => URL.revokeObjectURL(address));
}

/** @param {string} src @param {(fault: unknown) => void} [onerror] */
function loadScript(src, onerror) {
  const script = el("script", { src, onload: () => document.dispatchEvent(new Event(READY)), onerror });
  document.head.append(script);
  return script;
}
