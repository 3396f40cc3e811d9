// A chart that follows the reader's theme, width, type size and paper, drawn in place.

/** @import { FigureSpec } from "../contract" */

import { dress, heightOf, labelAddress, needsMap } from "../logic/figures.js";
import { MESSAGES } from "../logic/messages.js";
import { el, oncePerFrame } from "./dom.js";
import { inSite, loadsOnDemand, plotlyReady } from "./plotly.js";

const CONFIG = { displayModeBar: false, responsive: false, doubleClick: false, scrollZoom: false, showTips: false };
const NEAR = "600px"; // a chart is drawn before the reader reaches it

// Paper is white, whatever the screen looks like, and narrower than most screens.
let onPaper = false;
addEventListener("beforeprint", () => (onPaper = true));
addEventListener("afterprint", () => (onPaper = false));

/**
 * Where a chart stands: its width, the size of type, dark or light. The style sheet knows the theme.
 * @param {HTMLElement} node
 */
function viewOf(node) {
  const dark = getComputedStyle(node).getPropertyValue("--kit-theme").trim() === "dark";
  // Larger type is a reader's own setting, or a lesson on a projector.
  const scale = parseFloat(getComputedStyle(document.documentElement).fontSize) / 16 || 1;
  return { width: node.clientWidth, scale, dark, onPaper };
}

/**
 * Give labels that are links their address: plotly.js drops it on pages opened from a disk.
 * @param {HTMLElement} node
 * @param {FigureSpec} figure
 */
function restoreLinks(node, { layout }) {
  for (const [index, label] of (layout.annotations ?? []).entries()) {
    const address = labelAddress(label, inSite());
    if (address) node.querySelector(`.annotation[data-index="${index}"] text a`)?.setAttribute("href", address);
  }
}

/** Stand in for the outlines of coasts and countries, which plotly.js would ask of the network: there are none. */
function coverMaps() {
  const empty = { type: "GeometryCollection", geometries: [] };
  const objects = new Proxy({}, { get: () => empty });
  const nothing = { type: "Topology", arcs: [], transform: { scale: [1, 1], translate: [0, 0] }, objects };
  const known = (globalThis.PlotlyGeoAssets ??= { topojson: {} });
  known.topojson = new Proxy({}, { get: () => nothing });
}

/**
 * Keep a chart up to date in `node`: `show(figure)` draws the newest figure, at most once a frame.
 * @param {number} height in pixels, for type of usual size
 * @param {string} label
 * @param {{drawn?: () => void, mapless?: () => void}} [on]
 */
export function makeChart(height, label, on = {}) {
  const node = el("div", { class: "kit-chart", role: "img", "aria-label": label });
  const setHeight = (/** @type {number} */ pixels) => (node.style.height = `${pixels / 16}rem`);
  setHeight(height); // before the first figure has come
  const trouble = el("p", { class: "kit-trouble", role: "status" }, MESSAGES.no_chart);
  /** @type {FigureSpec | null} */
  let figure = null;
  // In JupyterLab plotly.js is there already; only a page waits until the reader comes near.
  let near = !loadsOnDemand();
  const redraw = oncePerFrame(paint);

  async function paint() {
    if (!figure || !near || !node.clientWidth) return;
    try {
      const plotly = globalThis.Plotly ?? (await plotlyReady(fail));
      setHeight(heightOf(figure, height));
      const mapless = needsMap(figure);
      if (mapless) coverMaps();
      const dressed = dress(figure, viewOf(node));
      await plotly.react(node, dressed.data, dressed.layout, CONFIG);
      trouble.remove();
      restoreLinks(node, dressed);
      // A picture hides what is inside it from a screen reader; labels that are links must be reached.
      node.setAttribute("role", node.querySelector("svg a") ? "group" : "img");
      on.drawn?.();
      if (mapless) on.mapless?.();
    } catch (fault) {
      console.error(fault);
      fail();
    }
  }
  /** Say in the chart's own place that there is none: a picture would hide it from a screen reader. */
  function fail() {
    node.removeAttribute("role");
    node.prepend(trouble);
  }
  /** @param {FigureSpec} next */
  function show(next) {
    figure = next;
    redraw();
  }
  // What is not yet near the screen must be on paper too.
  function print() {
    near = true;
    paint();
  }
  function approach() {
    near = true;
    redraw();
  }
  const unwatch = watchSurroundings(node, { approach, redraw, print });
  function stop() {
    unwatch();
    globalThis.Plotly?.purge(node);
  }
  return { node, show, stop };
}

/**
 * Call back when the reader comes near, when width or theme change, and for printing. Return what ends it.
 * @param {HTMLElement} node
 * @param {{approach: () => void, redraw: () => void, print: () => void}} calls
 */
function watchSurroundings(node, { approach, redraw, print }) {
  const sight = new IntersectionObserver(
    (entries) => {
      if (!entries.some((entry) => entry.isIntersecting)) return;
      sight.disconnect();
      approach();
    },
    { rootMargin: NEAR },
  );
  sight.observe(node);
  let width = 0;
  const size = new ResizeObserver(() => {
    if (!node.clientWidth || node.clientWidth === width) return;
    width = node.clientWidth;
    redraw();
  });
  size.observe(node);
  const theme = new MutationObserver(redraw);
  for (const host of [document.documentElement, document.body])
    theme.observe(host, { attributeFilter: ["data-theme", "data-jp-theme-light"] });
  const scheme = matchMedia("(prefers-color-scheme: dark)");
  scheme.addEventListener("change", redraw);
  addEventListener("beforeprint", print);
  addEventListener("afterprint", redraw);
  return () => {
    for (const observer of [sight, size, theme]) observer.disconnect();
    scheme.removeEventListener("change", redraw);
    removeEventListener("beforeprint", print);
    removeEventListener("afterprint", redraw);
  };
}
