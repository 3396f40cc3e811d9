// The few marks of Markdown that a card's sentences may carry.

/** @typedef {{tag: "" | "strong" | "em" | "code", words: string}} Piece */

const MARKED =
  /(`+)(?!`)(.+?)(?<!`)\1(?!`)|\*\*(?=\S)(.+?)(?<=\S)\*\*|\*(?=[^\s*])(.+?)(?<=[^\s*])\*(?!\*)|\[([^\]]+)\]\([^)\s]*\)/g;

/**
 * Cut a text into pieces that are bold, stressed, code, or plain; of a link the words stay.
 * @param {string} text
 * @returns {Piece[]}
 */
export function parseInline(text) {
  /** @type {Piece[]} */
  const pieces = [];
  let done = 0;
  for (const met of text.matchAll(MARKED)) {
    if (met.index > done) pieces.push({ tag: "", words: text.slice(done, met.index) });
    const [, , code, strong, em, link] = met;
    pieces.push({
      tag: code ? "code" : strong ? "strong" : em ? "em" : "",
      words: code?.trim() ?? strong ?? em ?? link,
    });
    done = met.index + met[0].length;
  }
  if (done < text.length) pieces.push({ tag: "", words: text.slice(done) });
  return pieces;
}

/** A text without its marks, to be read out. @param {string} text */
export function withoutMarks(text) {
  return parseInline(text)
    .map(({ words }) => words)
    .join("");
}
