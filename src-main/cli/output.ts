import type { ErrorInfo } from '#shared/contract/index.ts';

/** Lets work go on when whoever reads the output has gone: `mimesis track … | head`, or a shell that died. */
export function outliveReaders(): void {
  for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', (error) => {
      if (!('code' in error) || error.code !== 'EPIPE') throw error;
    });
  }
}

/** Results go to stdout. */
export function print(text: string): void {
  process.stdout.write(`${text}\n`);
}

/** Everything that is not a result goes to stderr. */
export function log(text: string): void {
  process.stderr.write(`${text}\n`);
}

export function printError({ message, remedy }: ErrorInfo): void {
  log(remedy === undefined ? message : `${message}\n  ${remedy}`);
}

/** Rows as a table of left-aligned columns. */
export function table(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows
    .map((row) =>
      row
        .map((cell, i) => cell.padEnd(widths[i] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}
