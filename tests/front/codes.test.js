// Class codes; tests/test_codes.py holds them against Python.

import assert from "node:assert/strict";
import { test } from "node:test";

import {
  answerToNumber,
  decodeCode,
  encodeAnswers,
  numberToAnswer,
  readCodes,
} from "../../kit/widgets/front/logic/codes.js";

const FORM = { prefix: "7K3", radices: [5, 4] };

test("answers come back, however the code was typed", () => {
  assert.equal(encodeAnswers(FORM, [2, 3]), "7K3-HJ");
  for (const typed of ["7K3-HJ", "7k3hj", "7K3 HJ"])
    assert.deepEqual(decodeCode(typed, { "7K3": FORM }), { form: FORM, answers: [2, 3] });
  const confused = { prefix: "26H", radices: [23] };
  const typed = encodeAnswers(confused, [6]).replace("26", "zG");
  assert.deepEqual(decodeCode(typed, { "26H": confused }), { form: confused, answers: [6] });
});

test("every fault is told apart", () => {
  const forms = { "7K3": FORM };
  const faults = { "7K3-H0": "sign", "7K3-H": "length", "7K3-HJJ": "length", "7K3-HK": "check", "7K3-JH": "check" };
  for (const [typed, fault] of Object.entries(faults)) assert.deepEqual(decodeCode(typed, forms), { fault }, typed);
  assert.deepEqual(decodeCode("7K3-HJ", {}), { fault: "unknown" });
  // A good check character, but more than the answers can be.
  const small = { prefix: "7K3", radices: [2] };
  const beyond = encodeAnswers({ prefix: "7K3", radices: [23] }, [20]);
  assert.deepEqual(decodeCode(beyond, { "7K3": small }), { fault: "check" });
});

test("codes are found in a pasted text, and what was meant as one is named", () => {
  const read = (/** @type {string} */ text) => {
    const { found, faulty } = readCodes(text, { "7K3": FORM });
    assert.ok(found.every(({ form, answers }) => form === FORM && String(answers) === "2,3"));
    return [found.length, faulty.map(({ code, fault }) => `${code} ${fault}`)];
  };
  assert.deepEqual(read(" 7K3-HJ, 7K3 HJ;7k3hj\n7K3"), [3, ["7K3 length"]]);
  assert.deepEqual(read("1. Anna: “7K3–HJ”. [10:15] Ben2 (７ｋ３．ｈｊ)! 7 K 3 - H J"), [3, []]);
  assert.deepEqual(read("7K3 HELLO 7K3-HK; 0-0"), [0, ["7K3 HELLO sign", "7K3-HK check", "0-0 sign"]]);
  assert.deepEqual(read("  "), [0, []]);
});

test("a number comes back with two digits, within the scale", () => {
  const cases = [
    [0, 0],
    [276_000, 280_000],
    [-0.0125, -0.013],
    [1e-9, 0],
    [1e30, 9.9e12],
    [-1e30, -9.9e12],
  ];
  for (const [value, rounded] of cases) assert.equal(answerToNumber(numberToAnswer(value)), rounded);
});
