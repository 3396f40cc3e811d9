// What Python hands to the front end, in small: a few sentences, colours and names that the tests know.

/** @type {Record<string, string>} */
const said = {
  gap_none: "none",
  gap_small: "small",
  gap_high: "{gap} high",
  gap_low: "{gap} low",
  gap_double: "double",
  gap_half: "half",
  gap_times_high: "{times} times high",
  gap_times_low: "{times} times low",
  failed: "failed: {reason}",
  number_result: "You said {guess}; it is {truth}, {gap}.",
  line_result: "You drew {guess} for {x}; it was {truth}, {gap}.",
  order_wrong: "{right} of {all}",
  code_help_several: "{answered} of {all}",
  poll_read: "read {good}",
  poll_read_faulty: "read {good}, not {faulty}",
  poll_check: "{code} is wrong",
  poll_worst: "{option}: {why}",
  poll_guesses: "{all} from {low} to {high}, middle {middle}, truth {truth}, near {near}",
  poll_below: "below {to}",
  poll_between: "{from} to {to}",
  poll_above: "{from} and more",
  recall_result: "{guess}, {truth}",
  recall_assumed: "because {assumed}",
};

Reflect.set(globalThis, "KIT_CONSTANTS", {
  // Any other message is its own name.
  messages: new Proxy(said, { get: (known, key) => Reflect.get(known, key) ?? key }),
  template: { layout: { meta: "kit" } },
  guestTemplate: { layout: {} },
  darkVariants: { "#ffffff": "#15191e", "#0b5cad": "#7db8f2" },
  shortNames: { "United States": "US" },
  colors: { muted: "#666666", accent: "#0b5cad", background: "#ffffff" },
  readings: { pie: [["labels", "parents"], ["values"]] },
  codes: { alphabet: "23456789CDFHJKMNPQRTWXY", confusables: { Z: "2", S: "5", G: "6", B: "8" } },
});
