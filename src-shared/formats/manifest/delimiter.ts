import { type Cursor, firstLine, nextLine, readRecord } from './records.ts';

/** The delimiters looked for, the commonest first. */
export const DELIMITERS = [',', ';', '\t', '|'] as const;
type Delimiter = (typeof DELIMITERS)[number];

/** Records after the header that are compared with it. */
const SAMPLE_RECORDS = 20;

/**
 * The delimiter of a table: of those that split its header, the one under which most of the following records have
 * as many fields as the header, then the one that gives more columns. A comma where none splits the header.
 */
export function detectDelimiter(text: string): Delimiter {
  const header = firstLine(text);
  let best: { delimiter: Delimiter; agreement: number; columns: number } | undefined;
  for (const delimiter of DELIMITERS) {
    const reading = readRecord(text, delimiter, header);
    if (reading.kind === 'malformed' || reading.fields.length < 2) continue;
    const columns = reading.fields.length;
    const agreement = shareWithFields(text, delimiter, reading.next, columns);
    const better =
      best === undefined ||
      agreement > best.agreement ||
      (agreement === best.agreement && columns > best.columns);
    if (better) best = { delimiter, agreement, columns };
  }
  return best?.delimiter ?? ',';
}

/** Share, 0..1, of the next records that have `count` fields; 1 where there are none. */
function shareWithFields(text: string, delimiter: Delimiter, from: Cursor, count: number): number {
  let at = from;
  let seen = 0;
  let agreeing = 0;
  while (at.offset < text.length && seen < SAMPLE_RECORDS) {
    const reading = readRecord(text, delimiter, at);
    const well = reading.kind === 'record';
    at = well ? reading.next : nextLine(text, at);
    if (well && reading.fields.every((field) => field === '')) continue;
    seen += 1;
    if (well && reading.fields.length === count) agreeing += 1;
  }
  return seen === 0 ? 1 : agreeing / seen;
}
