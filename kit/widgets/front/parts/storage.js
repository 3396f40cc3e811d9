// A small store on the reader's own device. Where the browser forbids it, nothing is kept and nothing fails.

const CHANGED = "kit-device";

/** @param {string} key @returns {any} null where nothing is kept */
export function read(key) {
  try {
    return JSON.parse(localStorage.getItem(`kit/${key}`) ?? "null");
  } catch {
    return null;
  }
}

/** @param {string} key @param {unknown} value null forgets it */
export function write(key, value) {
  try {
    if (value === null) localStorage.removeItem(`kit/${key}`);
    else localStorage.setItem(`kit/${key}`, JSON.stringify(value));
  } catch {
    // Forbidden, or full.
  }
  document.dispatchEvent(new CustomEvent(CHANGED, { detail: key }));
}

/** Call `update` now and whenever something was written. @param {() => void} update @returns {() => void} what ends it */
export function follow(update) {
  update();
  document.addEventListener(CHANGED, update);
  return () => document.removeEventListener(CHANGED, update);
}
