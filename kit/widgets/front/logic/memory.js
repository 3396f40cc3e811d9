// What a device remembers of a question, whatever stands in its storage. A record belongs to one version of the
// question; the records of other versions are left where they are.

/** @typedef {Record<string, any>} Answer */
/**
 * `asked` are the versions that stood on the card when it was last answered.
 * @typedef {{asked: string[], records: Record<string, Answer>}} Stored
 */

/** @param {unknown} value @returns {value is Record<string, any>} */
function isObject(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Return what is stored in its right form; of anything else, nothing. @param {unknown} value @returns {Stored} */
export function sound(value) {
  const { asked, records } = isObject(value) ? value : {};
  return {
    asked: Array.isArray(asked) ? asked.filter((version) => typeof version === "string") : [],
    records: isObject(records)
      ? Object.fromEntries(Object.entries(records).filter(([, record]) => isObject(record)))
      : {},
  };
}

/**
 * The record of a version of a question, or null.
 * @param {unknown} stored
 * @param {string} version
 * @returns {Answer | null}
 */
export function recordOf(stored, version) {
  const { records } = sound(stored);
  return Object.hasOwn(records, version) ? records[version] : null;
}

/** The record of the version that was answered last, or null. @param {unknown} stored */
export function latestRecord(stored) {
  return recordOf(stored, sound(stored).asked.at(-1) ?? "");
}

/** How many questions a card asks, and how many of them were answered rightly. @param {unknown} stored */
export function countRight(stored) {
  const { asked } = sound(stored);
  return { all: asked.length, right: asked.filter((version) => recordOf(stored, version)?.right === true).length };
}

/**
 * Whether the card was answered before this version of the question stood on it.
 * @param {unknown} stored
 * @param {string} version
 */
export function isNew(stored, version) {
  const { asked } = sound(stored);
  return asked.length > 0 && !asked.includes(version) && !recordOf(stored, version);
}

/**
 * What to store once a version was answered; everything else that was stored stays.
 * @param {unknown} stored
 * @param {string[]} asked the versions that stand on the card now
 * @param {string} version
 * @param {Answer} record
 * @returns {Stored}
 */
export function withRecord(stored, asked, version, record) {
  return { asked, records: { ...sound(stored).records, [version]: record } };
}
