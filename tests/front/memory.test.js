// What a device remembers of a question, whatever stands in its storage.

import assert from "node:assert/strict";
import { test } from "node:test";

import { isNew, latestRecord, recordOf, sound, withRecord } from "../../kit/widgets/front/logic/memory.js";

const RUBBISH = [
  null,
  undefined,
  0,
  "",
  "text",
  true,
  [],
  [1],
  {},
  { asked: 3 },
  { records: [] },
  { records: { a: 4 } },
  { asked: [{}], records: null },
  { versions: {} },
];

test("rubbish of any shape is nothing, and stops nothing", () => {
  for (const stored of RUBBISH) {
    assert.deepEqual(sound(stored), { asked: [], records: {} });
    assert.equal(recordOf(stored, "a"), null);
    assert.equal(latestRecord(stored), null);
    assert.equal(isNew(stored, "a"), false);
    assert.deepEqual(withRecord(stored, ["a"], "a", { answer: 1 }), { asked: ["a"], records: { a: { answer: 1 } } });
  }
});

test("no name of an object's own machinery is a record", () => {
  for (const name of ["constructor", "__proto__", "toString"])
    assert.equal(recordOf({ asked: [name], records: {} }, name), null);
});

test("a changed question is new, and the older answer stays and comes back with its question", () => {
  const old = withRecord(null, ["a", "b"], "a", { answer: 1 });
  assert.equal(isNew(old, "a"), false);
  assert.equal(isNew(old, "b"), false, "it stood there, unanswered");
  assert.equal(isNew(old, "c"), true);
  const now = withRecord(old, ["c", "b"], "c", { answer: 2 });
  assert.equal(isNew(now, "c"), false);
  assert.deepEqual([recordOf(now, "a"), recordOf(now, "c")], [{ answer: 1 }, { answer: 2 }]);
  assert.equal(isNew(now, "a"), false, "its answer is there");
  assert.deepEqual(latestRecord(withRecord(null, ["x"], "x", { guess: 3 })), { guess: 3 });
});
