// The learner's line: her code for the class, once there is something to tell.

/** @import { CodeForm } from "../contract" */

import { encodeAnswers } from "../logic/codes.js";
import { fill, MESSAGES } from "../logic/messages.js";
import { copyButton, el } from "./dom.js";

/** @param {CodeForm | undefined} form */
export function makeClassCode(form) {
  const code = el("strong", { class: "kit-code-signs" });
  const help = el("span");
  // Without the clipboard the code is marked, ready for Ctrl + C.
  const mark = () => getSelection()?.selectAllChildren(code);
  const copy = copyButton(MESSAGES.code_copy, MESSAGES.code_copied, () => code.textContent, mark);
  const node = el(
    "div",
    { class: "kit-code", hidden: true },
    el("span", {}, MESSAGES.code, " ", code),
    copy,
    el("small", { class: "kit-help" }, help),
  );
  /** @param {number[]} answers one for each part; 0 for "not answered yet" */
  function show(answers) {
    const answered = answers.filter(Boolean).length;
    node.hidden = !form || !answered;
    if (!form || !answered) return;
    code.textContent = encodeAnswers(form, answers);
    help.textContent = fill(answers.length > 1 ? MESSAGES.code_help_several : MESSAGES.code_help, {
      answered,
      all: answers.length,
    });
  }
  return { node, show };
}
