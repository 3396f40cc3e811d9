// What Python calls: a function for each kind of widget, what brings a page to life, and the kernel's plotly.js.

export { explore } from "./explore.js";
export { poll } from "./poll.js";
export { predict } from "./predict.js";
export { quiz } from "./quiz.js";
export { recall } from "./recall.js";
export { verdicts } from "./verdicts.js";
export { startPage } from "./page.js";
export { decompressPlotly } from "./parts/plotly.js";
// A test holds these against kit/widgets/codes.py.
export { answerToNumber, decodeCode, encodeAnswers, numberToAnswer } from "./logic/codes.js";
