// A small store on the reader's own device. Where the browser forbids it or it is full, the page itself remembers.

const CHANGED = "kit-device";

/** What could not be kept on the device; null is forgotten. @type {Map<string, unknown>} */
const unkept = new Map();

/** @param {string} key @returns {any} null where nothing is kept, or nothing that can be read */
export function read(key) {
  if (unkept.has(key)) return unkept.get(key);
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
    unkept.delete(key);
  } catch {
    unkept.set(key, value);
  }
  document.dispatchEvent(new CustomEvent(CHANGED, { detail: key }));
}

/**
 * Call `update` now and whenever something was written, in another window too.
 * @param {() => void} update
 * @returns {() => void} what ends it
 */
export function follow(update) {
  update();
  document.addEventListener(CHANGED, update);
  addEventListener("storage", update);
  return () => {
    document.removeEventListener(CHANGED, update);
    removeEventListener("storage", update);
  };
}
