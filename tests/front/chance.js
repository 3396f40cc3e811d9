// Numbers that look random and are the same in every run.

/** @param {number} seed @returns {() => number} the next number from 0 to 1 */
export function chance(seed) {
  let state = seed;
  return () => {
    state = (state * 1664525 + 1013904223) % 2 ** 32;
    return state / 2 ** 32;
  };
}
