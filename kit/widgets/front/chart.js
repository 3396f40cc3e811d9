// A chart: a plain figure from Python, the kit's template, the reader's theme and width, drawn in place.

const NARROW = 480;
let plotlyComing;

/** Tell a page where plotly.js and its own root lie; JupyterLab gets plotly.js from the kernel instead. */
let plotlyAddress = null;
let pageRoot = null;
function installPage({ plotly, root }) {
  plotlyAddress = plotly;
  pageRoot = root;
}

/** Links to the pages of the datasets behind a chart; a notebook has no such pages. */
function dataLinks(spec) {
  if (!pageRoot) return [];
  return (spec.data ?? []).map((name) => make("a", { class: "kit-act", href: `${pageRoot}data/${name}.html`, "aria-label": fill(WORDS.about_data, { name }) }, name));
}

/** Resolve when plotly.js is there, loading it once. */
function plotlyReady() {
  return (plotlyComing ??= new Promise((resolve, reject) => {
    if (globalThis.Plotly) return resolve(globalThis.Plotly);
    document.addEventListener("kit-plotly", () => resolve(globalThis.Plotly), { once: true });
    if (!plotlyAddress) return;
    const script = make("script", { src: plotlyAddress, onload: () => document.dispatchEvent(new Event("kit-plotly")), onerror: reject });
    document.head.append(script);
  }));
}

// Paper is white, whatever the screen looks like, and narrower than most screens.
const PAPER_WIDTH = 636; // pixels inside a card on A4
let onPaper = false;
addEventListener("beforeprint", () => (onPaper = true));
addEventListener("afterprint", () => (onPaper = false));

/** True if the page is dark where the node stands. The style sheet says so: one home for the theme. */
function isDark(node) {
  return !onPaper && getComputedStyle(node).getPropertyValue("--kit-theme").trim() === "dark";
}

/** Return a copy in which every light colour of the kit is its dark twin. */
function darken(value) {
  if (typeof value === "string") return DARK[value] ?? value;
  // A step of a colour scale is [0.5, "#…"]; other lists of numbers are long and hold no colour.
  if (Array.isArray(value)) return typeof value[0] === "number" && typeof value.at(-1) !== "string" ? value : value.map(darken);
  if (value && typeof value === "object") return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, darken(item)]));
  return value;
}

/** Shorten long place names in labels, so that a phone keeps its width for the chart. */
function shorten(layout) {
  if (!layout.annotations) return layout;
  const annotations = layout.annotations.map((label) => ({ ...label, text: SHORT[label.text] ?? label.text }));
  const margin = { ...layout.margin };
  const longest = Math.max(0, ...annotations.filter((label) => label.xanchor === "left" && label.xshift).map((label) => String(label.text).length));
  if (margin.r > 60 && longest) margin.r = Math.min(margin.r, Math.max(40, 16 + 7.5 * longest));
  return { ...layout, annotations, margin };
}

/** Give labels that lead to a lesson their address: plotly.js drops it on pages opened from a disk. There 04_vehicles.ipynb is 04_vehicles.html. */
function link(node, layout) {
  for (const [index, label] of (layout.annotations ?? []).entries()) {
    const [, address] = String(label.text).match(/<a href="([^"]+)"/) ?? [];
    const words = address && node.querySelector(`.annotation[data-index="${index}"] text a`);
    if (words) words.setAttribute("href", pageRoot ? address.replace(/\.ipynb$/, ".html") : address);
  }
}

/** How much larger than usual type is: a reader's own setting, or a lesson on a projector. */
function typeScale() {
  return parseFloat(getComputedStyle(document.documentElement).fontSize) / 16 || 1;
}

/** Return a copy whose letters and margins are larger. */
function enlarge(value, scale, name = "") {
  if (Array.isArray(value)) return typeof value[0] === "object" ? value.map((item) => enlarge(item, scale)) : value;
  if (!value || typeof value !== "object") return value;
  const parts = Object.entries(value).map(([key, item]) => {
    const grows = name === "margin" ? typeof item === "number" : /font$/.test(name) && key === "size";
    return [key, grows ? item * scale : enlarge(item, scale, key)];
  });
  return Object.fromEntries(parts);
}

/** Join figure, template and theme into what Plotly draws. A guest, a chart that the kit did not make, keeps its legend and its axes. */
function dressed(figure, node) {
  let layout = { ...figure.layout, template: figure.guest ? GUEST_TEMPLATE : TEMPLATE, autosize: true };
  delete layout.width;
  delete layout.height;
  if (node.clientWidth < NARROW && !figure.guest) layout = shorten(layout);
  if (onPaper) layout.width = Math.min(node.clientWidth, PAPER_WIDTH);
  const scale = typeScale();
  if (scale > 1.05) layout = enlarge(layout, scale);
  const full = { data: figure.data, layout };
  return isDark(node) ? darken(full) : full;
}

const ROW_HEIGHT = 170; // pixels for each row of subplots

/** How high a figure is drawn: as the card says, but a guest may ask for more, or stand in several rows. */
function heightOf({ guest, layout }, height) {
  if (!guest) return height;
  const rows = new Set(Object.keys(layout).filter((key) => /^yaxis\d*$/.test(key)).map((key) => String(layout[key].domain)));
  return layout.height ?? Math.max(height, rows.size * ROW_HEIGHT);
}

const CONFIG = { displayModeBar: false, responsive: false, doubleClick: false, scrollZoom: false, showTips: false };

/** Keep a chart up to date in `node`: `show(figure)` draws the newest figure, at most once a frame. */
function makeChart(height, label) {
  const node = make("div", { class: "kit-chart", role: "img", "aria-label": label });
  node.style.height = `${height / 16}rem`; // before the first figure has come
  let figure = null;
  // In JupyterLab plotly.js is there already; only a page waits until the reader comes near.
  let near = !plotlyAddress;
  const redraw = oncePerFrame(paint);
  const chart = { node, show, drawn: () => {}, failed: () => {}, stop };

  async function paint() {
    if (!figure || !near || !node.clientWidth) return;
    try {
      const plotly = globalThis.Plotly ?? (await plotlyReady());
      node.style.height = `${heightOf(figure, height) / 16}rem`;
      const { data, layout } = dressed(figure, node);
      await plotly.react(node, data, layout, CONFIG);
      link(node, layout);
      // A picture hides what is inside it from a screen reader; labels that are links must be reached.
      node.setAttribute("role", node.querySelector("svg a") ? "group" : "img");
      chart.drawn(figure);
    } catch (fault) {
      console.error(fault);
      chart.failed();
    }
  }
  function show(next) {
    figure = next;
    redraw();
  }
  const sight = new IntersectionObserver((seen) => {
    if (seen.some((entry) => entry.isIntersecting)) {
      near = true;
      sight.disconnect();
      redraw();
    }
  }, { rootMargin: "600px" });
  sight.observe(node);
  let width = 0;
  const size = new ResizeObserver(() => {
    if (node.clientWidth && node.clientWidth !== width) {
      width = node.clientWidth;
      redraw();
    }
  });
  size.observe(node);
  const theme = new MutationObserver(redraw);
  for (const host of [document.documentElement, document.body]) theme.observe(host, { attributes: true, attributeFilter: ["data-theme", "data-jp-theme-light"] });
  const scheme = matchMedia("(prefers-color-scheme: dark)");
  scheme.addEventListener("change", redraw);
  // What is not yet near the screen must be on paper too.
  const print = () => {
    near = true;
    paint();
  };
  addEventListener("beforeprint", print);
  addEventListener("afterprint", redraw);
  function stop() {
    sight.disconnect();
    size.disconnect();
    theme.disconnect();
    scheme.removeEventListener("change", redraw);
    removeEventListener("beforeprint", print);
    removeEventListener("afterprint", redraw);
    globalThis.Plotly?.purge(node);
  }
  return chart;
}
