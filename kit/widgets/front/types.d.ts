// What the modules find around them: the constants of Python, plotly.js, and the model of a widget.

/** What has its home in Python and is handed to the front end by kit/widgets/frontend.py. */
export interface Constants {
  /** All that a widget says: kit/widgets/messages.py. */
  messages: Record<string, string>;
  /** The templates of charts, the dark variant of each light colour, and short names of places: kit/theme.py. */
  template: object;
  guestTemplate: object;
  darkVariants: Record<string, string>;
  shortNames: Record<string, string>;
  /** Colours that a card itself draws with: kit/theme.py. */
  colors: { muted: string; accent: string; background: string };
  /** Type of trace → the arrays that say where its points stand, and what they are worth: kit/widgets/readings.py. */
  readings: Record<string, [string[], string[]]>;
  /** The signs of class codes: kit/widgets/codes.py. */
  codes: { alphabet: string; confusables: Record<string, string> };
}

/** The model of a widget: anywidget's in JupyterLab, an `EmbeddedModel` in a page. */
export interface Model {
  get(name: string): any;
  set(name: string, value: unknown): void;
  on(event: string, listener: () => void): void;
  off(event: string, listener: () => void): void;
  save_changes(): void;
  /** The address of the present state; only an explorer in a page has one. */
  link?(): string;
}

/** What a widget leaves behind to be called when it is taken away. */
export type Dispose = () => void;

declare global {
  /** What a page's one script offers: index.js. */
  var kit: typeof import("./index.js");
  const KIT_CONSTANTS: Constants;
  var PlotlyGeoAssets: { topojson: object } | undefined;
  var Plotly: { react: Function; purge: (node: Element) => void } | undefined;
}
