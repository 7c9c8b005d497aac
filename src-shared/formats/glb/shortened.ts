/** More of a text from a file is not put into a message. */
const MAX_LENGTH = 80;

/** A text from a file, without its end where it is long. */
export function shortened(text: string): string {
  return text.length > MAX_LENGTH ? `${text.slice(0, MAX_LENGTH - 1)}…` : text;
}
