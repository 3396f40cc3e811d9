// What the widgets say. The sentences stand in kit/widgets/messages.py.

export const MESSAGES = KIT_CONSTANTS.messages;

/**
 * Fill the braces of a sentence: `fill("You said {guess}", {guess: 3})`.
 * @param {string} sentence
 * @param {object} values
 */
export function fill(sentence, values) {
  return sentence.replace(/\{(\w+)\}/g, (_, name) => Reflect.get(values, name));
}
