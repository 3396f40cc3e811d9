// What each widget is sent. Written from kit/widgets/contract.py by: python -m kit.widgets.declarations

/** The form of a question's code: the characters that name it, and how many answers each part has. */
export interface CodeForm {
  prefix: string;
  radices: number[];
}

/** A number that a class guessed. */
export interface GuessPart {
  text: string;
  unit: string;
  truth: number;
  mark: string;
}

/** Options that a class chose from: places of the right ones, and why an option is right or wrong. */
export interface OptionsPart {
  text: string;
  options: string[];
  right: number[];
  mark: string;
  tally: string;
  several?: boolean;
  why?: string[];
}

/** A question whose codes can be read. */
export interface PollQuestion {
  prefix: string;
  radices: number[];
  title: string;
  parts: (GuessPart | OptionsPart)[];
}

/** The teacher's card. */
export interface PollSpec {
  id: string;
  title: string;
  about: string;
  questions: PollQuestion[];
}

/** A plotly figure as plain data, without its template; a guest has not the kit's. */
export interface FigureSpec {
  data: Record<string, any>[];
  layout: Record<string, any>;
  guest?: boolean;
}

/** One state of an explorer: the chart, and the sentence under it. */
export interface Drawing {
  figure: FigureSpec;
  caption: string;
}

/** A state of an explorer for paper, with its settings in words. */
export interface Picture {
  settings: string;
  figure: FigureSpec;
  caption: string;
}

/** What the kernel answers when a control has moved: ``figure`` and ``caption``, or the ``fault`` in words. */
export interface DrawnAnswer {
  state: number[];
  figure?: FigureSpec;
  caption?: string;
  fault?: string;
}

/** Settings that are evenly spaced: the front end writes their labels itself, since there may be millions. */
export interface GridSpec {
  low: number;
  step: number;
  count: number;
  decimals: number;
}

/** A control: its settings in words or in a ``grid``, the place of the one at the start; a slider has ``play``. */
export interface ControlSpec {
  kind: "select" | "multiselect" | "slider" | "toggle";
  name: string;
  label: string;
  unit: string;
  help: string;
  options: string[];
  default: number;
  grid?: GridSpec;
  play?: boolean;
}

/** An explorer. ``states`` (a list of `Drawing`, the last control turning fastest) is there in a page only. */
export interface ExploreSpec {
  id: string;
  title: string;
  about: string;
  source: string;
  data: string[];
  height: number;
  controls: ControlSpec[];
  finding?: string;
  states?: string;
  table?: boolean;
  pictures?: Picture[];
}

/** Where an answer is kept on the reader's device, and the version of the question that it answers. */
export interface Memory {
  key: string;
  version: string;
}

/** What every prediction has. ``secret`` holds a `Secret`; ``poll`` is there once the question is registered. */
export interface GuessSpec {
  id: string;
  memory: Memory;
  title: string;
  about: string;
  unit: string;
  height: number;
  source: string;
  data: string[];
  commit: string;
  ask: string;
  right: string;
  other: string;
  legend: string;
  help: "draw_help" | "number_help" | "share_help" | "dots_help" | "choose_help" | "weigh_help";
  secret: string;
  poll?: CodeForm;
}

/** A series to draw: the first ``known`` of its ``places`` stand already, in ``figure``; ``labels`` name them. */
export interface Line {
  figure: FigureSpec;
  places: number[];
  labels: string[];
  known: number;
  start: number;
  low: number;
  high: number;
  step: number;
  color: string;
  background: string;
}

/** A series to draw. */
export interface LineSpec {
  id: string;
  memory: Memory;
  title: string;
  about: string;
  unit: string;
  height: number;
  source: string;
  data: string[];
  commit: string;
  ask: string;
  right: string;
  other: string;
  legend: string;
  help: "draw_help" | "number_help" | "share_help" | "dots_help" | "choose_help" | "weigh_help";
  secret: string;
  poll?: CodeForm;
  figure: FigureSpec;
  places: number[];
  labels: string[];
  known: number;
  start: number;
  low: number;
  high: number;
  step: number;
  color: string;
  background: string;
  mode: "line";
}

/** A number to type. */
export interface NumberSpec {
  id: string;
  memory: Memory;
  title: string;
  about: string;
  unit: string;
  height: number;
  source: string;
  data: string[];
  commit: string;
  ask: string;
  right: string;
  other: string;
  legend: string;
  help: "draw_help" | "number_help" | "share_help" | "dots_help" | "choose_help" | "weigh_help";
  secret: string;
  poll?: CodeForm;
  mode: "number";
}

/** A number to set by dragging a bar from ``low`` to ``high``, or by colouring as many of ``high`` dots. */
export interface ShareSpec {
  id: string;
  memory: Memory;
  title: string;
  about: string;
  unit: string;
  height: number;
  source: string;
  data: string[];
  commit: string;
  ask: string;
  right: string;
  other: string;
  legend: string;
  help: "draw_help" | "number_help" | "share_help" | "dots_help" | "choose_help" | "weigh_help";
  secret: string;
  poll?: CodeForm;
  mode: "share";
  shape: "bar" | "dots";
  low: number;
  high: number;
  step: number;
}

/** An answer to choose. */
export interface ChoiceSpec {
  id: string;
  memory: Memory;
  title: string;
  about: string;
  unit: string;
  height: number;
  source: string;
  data: string[];
  commit: string;
  ask: string;
  right: string;
  other: string;
  legend: string;
  help: "draw_help" | "number_help" | "share_help" | "dots_help" | "choose_help" | "weigh_help";
  secret: string;
  poll?: CodeForm;
  mode: "choice";
  choices: string[];
}

/** What speaks for a claim, or against it, or is missing. */
export interface Evidence {
  head: string;
  lines: string[];
}

/** A claim of the ledger to weigh: a choice with its evidence, whose reason is asked after the verdict. */
export interface ClaimSpec {
  id: string;
  memory: Memory;
  title: string;
  about: string;
  unit: string;
  height: number;
  source: string;
  data: string[];
  commit: string;
  ask: string;
  right: string;
  other: string;
  legend: string;
  help: "draw_help" | "number_help" | "share_help" | "dots_help" | "choose_help" | "weigh_help";
  secret: string;
  poll?: CodeForm;
  mode: "choice";
  choices: string[];
  ask_last: true;
  evidence: Evidence[];
}

/** What a prediction shows once the reader has committed. */
export interface Secret {
  truth: number[] | number | string;
  why: string;
  why_by: Record<string, string>;
  close: number;
  follows: string[];
  figure: FigureSpec | null;
}

/** A guess brought back; the version in ``memory`` is "" where it is not known. */
export interface RecallSpec {
  id: string;
  memory: Memory;
  title: string;
}

/** An option with its reason. */
export interface Option {
  text: string;
  why: string;
  right: boolean;
}

/** A number, right or a known mistake, with its tolerance; ``value`` None stands for all others. */
export interface NumberOption {
  value: number | null;
  within: number;
  right: boolean;
  why: string;
}

/** An item of an order, in its right place. */
export interface OrderOption {
  text: string;
  why: string;
}

/** One right option (``single``) or several. */
export interface ChoiceQuestion {
  kind: "single" | "several";
  text: string;
  version: string;
  options: Option[];
}

/** A number is asked for. */
export interface NumberQuestion {
  kind: "number";
  text: string;
  version: string;
  unit: string;
  options: NumberOption[];
}

/** Items are put in order; ``start`` is the order in which they are first seen. */
export interface OrderQuestion {
  kind: "order";
  text: string;
  version: string;
  start: number[];
  options: OrderOption[];
}

/** The questions of one card; ``label`` names it to a screen reader, under ``memory`` its answers are kept. */
export interface QuizSpec {
  id: string;
  memory: string;
  title: string;
  label: string;
  questions: (ChoiceQuestion | NumberQuestion | OrderQuestion)[];
  poll?: CodeForm;
}

/** A claim of the ledger, as a menu offers it. */
export interface LedgerClaim {
  id: string;
  memory: Memory;
  lesson: string;
  claim: string;
  who: string;
  when: string;
  kind: string;
}

/** The kit's verdict on a claim, with its reason and the sentence that says it. */
export interface KitVerdict {
  verdict: string;
  reason: string;
  why: string;
}

/** The ledger to weigh; ``secret`` holds claim → `KitVerdict`. */
export interface VerdictsSpec {
  id: string;
  title: string;
  about: string;
  claims: LedgerClaim[];
  verdicts: string[];
  source: string;
  secret: string;
}

export type PredictSpec = LineSpec | NumberSpec | ShareSpec | ChoiceSpec | ClaimSpec;

export type Question = ChoiceQuestion | NumberQuestion | OrderQuestion;

export type PollPart = GuessPart | OptionsPart;
