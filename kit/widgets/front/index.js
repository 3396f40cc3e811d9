// What Python calls: what brings a widget to life, or a page of them, and the kernel's plotly.js.

export { mount } from "./mount.js";
export { startPage } from "./page.js";
export { decompressPlotly } from "./parts/plotly.js";
// A test holds these against kit/widgets/codes.py.
export { answerToNumber, decodeCode, encodeAnswers, numberToAnswer, readCodes } from "./logic/codes.js";
// The site's first page tells the reader's progress by these.
export { countRight, latestRecord } from "./logic/memory.js";
