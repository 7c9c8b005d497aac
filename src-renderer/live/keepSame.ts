/**
 * `next`, of values as JSON has them, with whatever equals what stands in its place in `previous` taken from there: who
 * looks for changes finds none where there are none.
 */
export function keepSame<Value>(previous: unknown, next: Value): Value {
  return sameOf(previous, next) as Value;
}

function sameOf(previous: unknown, next: unknown): unknown {
  if (!isComposed(previous) || !isComposed(next)) return next;
  if (Array.isArray(previous) !== Array.isArray(next)) return next;
  const keys = Object.keys(next);
  const kept = keys.map((key) => sameOf(Reflect.get(previous, key), Reflect.get(next, key)));
  const isSame =
    Object.keys(previous).length === keys.length &&
    keys.every((key, i) => key in previous && Object.is(Reflect.get(previous, key), kept[i]));
  if (isSame) return previous;
  return Array.isArray(next) ? kept : Object.fromEntries(keys.map((key, i) => [key, kept[i]]));
}

function isComposed(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}
