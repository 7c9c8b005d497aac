import { MimesisError } from '../../contract/index.ts';
import { findColumns, type ManifestColumns } from './columns.ts';
import { detectDelimiter } from './delimiter.ts';
import { firstLine, nextLine, type RecordReading, readRecord } from './records.ts';

/** One video named by a manifest. All text is NFC and trimmed; `path` is as written, `extra` is keyed by column name. */
export type ManifestRow = {
  kind: 'row';
  lineNumber: number;
  word: string;
  path: string;
  filename: string;
  remoteUrl?: string;
  extra: Record<string, string>;
};

/** A line of a manifest that had to be skipped, with the reason in plain words. Line numbers are 1-based. */
type ManifestProblem = { kind: 'problem'; lineNumber: number; message: string };

/**
 * The rows of a manifest: a table whose first line names its columns, delimited by comma, semicolon, tab or bar.
 *
 * A malformed row costs its own first line only: reading resumes on the next line, so a quote left open does not
 * take the rest of the file with it. Blank lines, and lines of delimiters alone, are passed over.
 * @throws MimesisError `invalid_manifest` if the text is no such table, its columns are not recognised or it has no row.
 */
export function parseManifest(text: string): (ManifestRow | ManifestProblem)[] {
  const source = text.normalize('NFC');
  if (source.includes('\0')) throw new MimesisError('invalid_manifest', 'The manifest is not a text file.');
  if (source.trim() === '') throw new MimesisError('invalid_manifest', 'The manifest is empty.');
  const delimiter = detectDelimiter(source);
  const header = readRecord(source, delimiter, firstLine(source));
  if (header.kind === 'malformed') {
    throw new MimesisError(
      'invalid_manifest',
      `The first line of the manifest is malformed. ${header.message}`,
    );
  }
  const columns = findColumns(header.fields);

  const rows: (ManifestRow | ManifestProblem)[] = [];
  let at = header.next;
  while (at.offset < source.length) {
    const { lineNumber } = at;
    const reading = checked(readRecord(source, delimiter, at), columns);
    if (reading.kind === 'malformed') {
      rows.push({ kind: 'problem', lineNumber, message: reading.message });
      at = nextLine(source, at);
    } else {
      if (!isBlank(reading.fields)) rows.push(toRow(reading.fields, columns, lineNumber));
      at = reading.next;
    }
  }
  if (rows.length === 0) throw new MimesisError('invalid_manifest', 'The manifest has a header but no rows.');
  return rows;
}

/** A record that is well-formed as a table but not as a row of a manifest is malformed too. */
function checked(reading: RecordReading, columns: ManifestColumns): RecordReading {
  if (reading.kind === 'malformed' || isBlank(reading.fields)) return reading;
  const message = complaintAbout(reading.fields, columns);
  return message === undefined ? reading : { kind: 'malformed', message };
}

function complaintAbout(fields: readonly string[], columns: ManifestColumns): string | undefined {
  const found = fields.length;
  if (found !== columns.count) {
    return `The row has ${found} field${found === 1 ? '' : 's'}, the header has ${columns.count}.`;
  }
  const word = fields[columns.word] ?? '';
  const path = fields[columns.path] ?? '';
  if (word === '') return 'The word is empty.';
  if (path === '') return 'The path of the file is empty.';
  if (/[\r\n]/.test(word + path)) return 'The word or the path spans several lines: a quote is not closed.';
  return undefined;
}

function toRow(fields: readonly string[], columns: ManifestColumns, lineNumber: number): ManifestRow {
  const at = (index: number | undefined) => (index === undefined ? '' : (fields[index] ?? ''));
  const path = at(columns.path);
  const remoteUrl = at(columns.remoteUrl);
  return {
    kind: 'row',
    lineNumber,
    word: at(columns.word),
    path,
    filename: at(columns.filename) || baseName(path),
    ...(remoteUrl === '' ? {} : { remoteUrl }),
    extra: Object.fromEntries(columns.extra.map(({ index, name }) => [name, at(index)])),
  };
}

function isBlank(fields: readonly string[]): boolean {
  return fields.every((field) => field === '');
}

/** The last part of a path written for any system. */
function baseName(path: string): string {
  return path.split(/[/\\]/).findLast((part) => part !== '') ?? path;
}
