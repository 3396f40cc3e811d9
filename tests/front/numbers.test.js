// Numbers read, written and compared.

import assert from "node:assert/strict";
import { test } from "node:test";

import { clampToGrid, cleanNumber, formatQuantity, ratioWords } from "../../kit/widgets/front/logic/numbers.js";

test("a typed number loses blanks, thousands commas and percent signs; what is no number is empty", () => {
  assert.deepEqual(["1,234.5", " 51 % ", "-3", "0", "abc", "", "1 2"].map(cleanNumber), ["1234.5", "51", "-3", "0", "", "", "12"]);
});

test("a quantity has four digits, six from a thousand on, and its unit", () => {
  assert.equal(formatQuantity(276000, "robots"), "276,000 robots");
  assert.equal(formatQuantity(1234567, ""), "1,234,570");
  assert.equal(formatQuantity(51.23456, "%"), "51.23 %");
  assert.equal(formatQuantity(-999.96), "-1,000");
});

test("how the truth stands to the guess, at every border", () => {
  const cases = [
    [100, 100, "very close"],
    [100, 104, "very close"],
    [100, 96, "very close"],
    [100, 105, "5 % more"],
    [100, 95, "5 % less"],
    [100, 199, "99 % more"],
    [100, 200, "2.0 times"],
    [100, 990, "9.9 times"],
    [100, 1040, "10 times"],
    [100, 51, "49 % less"],
    [100, 50, "less than half"],
    [0, 5, "from zero"],
    [0, 0, "very close"],
  ];
  for (const [guess, truth, said] of cases) assert.equal(ratioWords(Number(guess), Number(truth)), said, `${guess} → ${truth}`);
});

test("a value stays on its grid and between its ends", () => {
  const grid = { low: 0, high: 100, step: 5 };
  assert.deepEqual([-3, 0, 12.4, 12.6, 130].map((value) => clampToGrid(value, grid)), [0, 0, 10, 15, 100]);
});
