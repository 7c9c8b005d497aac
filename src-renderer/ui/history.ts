/** What was, is, and was undone. */
export interface History<Value> {
  readonly past: readonly Value[];
  readonly present: Value;
  readonly future: readonly Value[];
  /** What the last change was made with, and when, in milliseconds: a drag is one change. */
  readonly last: { readonly control: string; readonly timeMs: number } | undefined;
}

/** Changes by one control that follow each other faster than this are one. */
const ONE_CHANGE_MS = 700;
const MAX_STEPS = 200;

export function createHistory<Value>(present: Value): History<Value> {
  return { past: [], present, future: [], last: undefined };
}

/** A change made with a control, which can be undone. */
export function changed<Value>(
  history: History<Value>,
  present: Value,
  control: string,
  timeMs: number,
): History<Value> {
  const { last } = history;
  const goesOn = last?.control === control && timeMs - last.timeMs < ONE_CHANGE_MS;
  const past = goesOn ? history.past : [...history.past, history.present].slice(-MAX_STEPS);
  return { past, present, future: [], last: { control, timeMs } };
}

export function undone<Value>(history: History<Value>): History<Value> {
  const before = history.past.at(-1);
  if (before === undefined) return history;
  return {
    past: history.past.slice(0, -1),
    present: before,
    future: [history.present, ...history.future],
    last: undefined,
  };
}

export function redone<Value>(history: History<Value>): History<Value> {
  const [after, ...future] = history.future;
  if (after === undefined) return history;
  return { past: [...history.past, history.present], present: after, future, last: undefined };
}
