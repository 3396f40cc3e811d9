// A plain figure from Python, made ready for where it stands: the template, a dark page, a phone, paper, large type.

/** @import { FigureSpec } from "../contract" */

const NARROW = 480; // pixels; a phone held upright
const PAPER_WIDTH = 636; // pixels inside a card on A4
const ROW_HEIGHT = 170; // pixels for each row of subplots
const SCALE_LEAST = 1.05; // a smaller difference in the size of type is none

const TILED = new Set(["scattermap", "densitymap", "choroplethmap"]);
const OUTLINED = new Set(["scattergeo", "choropleth"]);

/**
 * Whether plotly.js would ask the network for a part of a figure: tiles, coasts, the outlines of countries.
 * @param {FigureSpec} figure
 */
export function needsMap({ data }) {
  return data.some(({ type, geojson }) => (TILED.has(type) || OUTLINED.has(type)) && typeof geojson !== "object");
}

/**
 * Join figure, template and surroundings into what plotly.js draws. A guest, a chart that the kit did not make, keeps
 * its legend and its axes.
 * @param {FigureSpec} figure
 * @param {{width: number, scale: number, dark: boolean, onPaper: boolean}} view `scale` is 1 for type of usual size
 * @returns {FigureSpec}
 */
export function dress({ data, layout: given, guest }, { width, scale, dark, onPaper }) {
  /** @type {Record<string, any>} */
  let layout = { ...given, template: guest ? KIT_CONSTANTS.guestTemplate : KIT_CONSTANTS.template, autosize: true };
  delete layout.width;
  delete layout.height;
  if (width < NARROW && !guest) layout = shorten(layout);
  if (onPaper) layout.width = Math.min(width, PAPER_WIDTH);
  if (scale > SCALE_LEAST) layout = enlarge(layout, scale);
  // The only map beneath points that asks nobody for its tiles.
  for (const key of Object.keys(layout)) if (/^map\d*$/.test(key)) layout[key] = { ...layout[key], style: "white-bg" };
  if (data.some(({ type }) => TILED.has(type))) layout.map = { ...layout.map, style: "white-bg" };
  const dressed = { data, layout };
  return dark && !onPaper ? darken(dressed) : dressed;
}

/**
 * How high a figure is drawn: as the card says, but a guest may ask for more, or stand in several rows.
 * @param {FigureSpec} figure
 * @param {number} height in pixels
 * @returns {number}
 */
export function heightOf({ layout, guest }, height) {
  if (!guest) return height;
  const axes = Object.keys(layout).filter((key) => /^yaxis\d*$/.test(key));
  const rows = new Set(axes.map((key) => String(layout[key].domain)));
  return layout.height ?? Math.max(height, rows.size * ROW_HEIGHT);
}

/**
 * Return a copy in which every light colour of the kit is its dark variant.
 * @param {any} value
 * @returns {any}
 */
export function darken(value) {
  if (typeof value === "string") return KIT_CONSTANTS.darkVariants[value] ?? value;
  // A step of a colour scale is [0.5, "#…"]; other lists of numbers are long and hold no colour.
  if (Array.isArray(value))
    return typeof value[0] === "number" && typeof value[value.length - 1] !== "string" ? value : value.map(darken);
  if (value && typeof value === "object")
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, darken(item)]));
  return value;
}

/**
 * Shorten long place names in labels, so that a phone keeps its width for the chart.
 * @param {Record<string, any>} layout
 */
export function shorten(layout) {
  if (!layout.annotations) return layout;
  /** @type {Record<string, any>[]} */
  const annotations = layout.annotations.map((/** @type {any} */ label) => ({
    ...label,
    text: KIT_CONSTANTS.shortNames[label.text] ?? label.text,
  }));
  const margin = { ...layout.margin };
  const besideLines = annotations.filter((label) => label.xanchor === "left" && label.xshift);
  const longest = Math.max(0, ...besideLines.map((label) => String(label.text).length));
  if (margin.r > 60 && longest) margin.r = Math.min(margin.r, Math.max(40, 16 + 7.5 * longest));
  return { ...layout, annotations, margin };
}

/**
 * Return a copy whose letters and margins are larger.
 * @param {any} value
 * @param {number} scale
 * @param {string} [name] under which the value stands in the layout
 * @returns {any}
 */
export function enlarge(value, scale, name = "") {
  if (Array.isArray(value)) return typeof value[0] === "object" ? value.map((item) => enlarge(item, scale)) : value;
  if (!value || typeof value !== "object") return value;
  const parts = Object.entries(value).map(([key, item]) => {
    const grows = name === "margin" ? typeof item === "number" : /font$/.test(name) && key === "size";
    return [key, grows ? item * scale : enlarge(item, scale, key)];
  });
  return Object.fromEntries(parts);
}

/**
 * The address that a label leads to, if it is a link to a page. On a page, 04_vehicles.ipynb is 04_vehicles.html.
 * @param {{text?: unknown}} label
 * @param {boolean} isPage
 */
export function labelAddress(label, isPage) {
  const address = /<a href="([^"]+)"/.exec(String(label.text))?.[1];
  if (!leadsToPage(address ?? "")) return undefined;
  return isPage ? address?.replace(/\.ipynb$/, ".html") : address;
}

/** Whether an address leads to a page, and does not run a script or open a program. @param {string} address */
function leadsToPage(address) {
  // A browser passes over blanks and signs that cannot be seen, and so does this.
  const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(address.replace(/[^!-\uffff]/g, ""))?.[1];
  return scheme === undefined || /^https?$/i.test(scheme);
}
