/** The last two of the words that a name is made of, where there are more. */
const END = /([A-Z][a-z]*){2}$/;

/** A channel's name in two: what may be cut, and the end by which channels of the same part of the face are told apart. */
export function nameParts(name: string): [string, string] {
  const at = Math.max(0, name.search(END));
  return [name.slice(0, at), name.slice(at)];
}
