/** A place in the text of a table: offset in UTF-16 code units, and the 1-based number of the line it lies in. */
export type Cursor = { offset: number; lineNumber: number };

/** One record read, with where the next begins; or why there is none here. */
export type RecordReading =
  | { kind: 'record'; fields: string[]; next: Cursor }
  | { kind: 'malformed'; message: string };

type FieldReading = { value: string; end: number; lineEnds: number } | { message: string };

const QUOTE = 0x22;
const LINE_FEED = 0x0a;
const CARRIAGE_RETURN = 0x0d;

/**
 * Reads the record that begins at `from`, by RFC 4180 with any one-character delimiter, LF, CRLF or CR as line
 * end, and spaces allowed around a quoted field. Fields are trimmed.
 *
 * A quote inside an unquoted field is malformed, as the RFC has it. That keeps recovery linear: every quote opens
 * or closes, so a line that lies inside a field left open can never itself leave a field open.
 */
export function readRecord(text: string, delimiter: string, from: Cursor): RecordReading {
  const fields: string[] = [];
  let { offset, lineNumber } = from;
  for (;;) {
    const start = skipSpaces(text, offset);
    const field =
      text.charCodeAt(start) === QUOTE
        ? readQuoted(text, delimiter, start)
        : readBare(text, delimiter, offset);
    if ('message' in field) return { kind: 'malformed', message: field.message };
    fields.push(field.value.trim());
    lineNumber += field.lineEnds;
    offset = field.end;
    if (text[offset] !== delimiter) break;
    offset += 1;
  }
  const next = { offset: offset + lineEndLength(text, offset), lineNumber: lineNumber + 1 };
  return { kind: 'record', fields, next };
}

/** The start of the line after the one `at` begins, quoted or not: where reading resumes after a malformed record. */
export function nextLine(text: string, at: Cursor): Cursor {
  let end = at.offset;
  while (end < text.length && lineEndLength(text, end) === 0) end += 1;
  return { offset: end + lineEndLength(text, end), lineNumber: at.lineNumber + 1 };
}

/** The first line of a text that is not blank. */
export function firstLine(text: string): Cursor {
  let at: Cursor = { offset: 0, lineNumber: 1 };
  while (at.offset < text.length) {
    const next = nextLine(text, at);
    if (text.slice(at.offset, next.offset).trim() !== '') break;
    at = next;
  }
  return at;
}

function readBare(text: string, delimiter: string, start: number): FieldReading {
  const stop = delimiter.charCodeAt(0);
  let end = start;
  for (; end < text.length; end += 1) {
    const code = text.charCodeAt(end);
    if (code === stop || code === LINE_FEED || code === CARRIAGE_RETURN) break;
    if (code === QUOTE) return { message: 'A quote stands inside a field that does not begin with one.' };
  }
  return { value: text.slice(start, end), end, lineEnds: 0 };
}

function readQuoted(text: string, delimiter: string, start: number): FieldReading {
  let close = text.indexOf('"', start + 1);
  while (close !== -1 && text.charCodeAt(close + 1) === QUOTE) close = text.indexOf('"', close + 2);
  if (close === -1) return { message: 'A quote is opened but not closed.' };
  const end = skipSpaces(text, close + 1);
  if (end < text.length && text[end] !== delimiter && lineEndLength(text, end) === 0) {
    return { message: 'There is text after a closing quote, or a quote is not closed.' };
  }
  const value = text.slice(start + 1, close).replaceAll('""', '"');
  return { value, end, lineEnds: value.match(/\r\n|\r|\n/g)?.length ?? 0 };
}

function skipSpaces(text: string, from: number): number {
  let offset = from;
  while (text[offset] === ' ') offset += 1;
  return offset;
}

function lineEndLength(text: string, offset: number): number {
  const code = text.charCodeAt(offset);
  if (code === LINE_FEED) return 1;
  if (code !== CARRIAGE_RETURN) return 0;
  return text.charCodeAt(offset + 1) === LINE_FEED ? 2 : 1;
}
