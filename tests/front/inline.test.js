// The few marks of Markdown in a card's sentences.

import assert from "node:assert/strict";
import { test } from "node:test";

import { parseInline, withoutMarks } from "../../kit/widgets/front/logic/inline.js";

test("bold, stressed, code and links are found, and nothing else is taken for a mark", () => {
  const tags = (/** @type {string} */ text) => parseInline(text).map(({ tag, words }) => `${tag}:${words}`);
  assert.deepEqual(tags("**One** in *five*: `a[::2]`."), [
    "strong:One",
    ":" + " in ",
    "em:five",
    ":: ",
    "code:a[::2]",
    ":.",
  ]);
  assert.deepEqual(tags("2 * 3 * 4"), [":2 * 3 * 4"]);
  assert.deepEqual(tags("a ** b"), [":a ** b"]);
  assert.deepEqual(tags("one ` tick"), [":one ` tick"]);
  assert.deepEqual(tags("`` a `b` c ``"), ["code:a `b` c"]);
  assert.deepEqual(tags("`**no**`"), ["code:**no**"]);
  assert.deepEqual(tags(""), []);
  assert.equal(withoutMarks("See [robot density](#term-robot-density), **now**."), "See robot density, now.");
});
