import { mkdirSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../../scripts/testing/temporaryFolder.ts';
import { LogFile } from './logFile.ts';

const silent = (): void => {};

describe('the log file', () => {
  it('holds a line for everything said, with the time and who said it', () => {
    const echoed: string[] = [];
    const log = new LogFile(join(temporaryFolder(), 'logs'), (text) => echoed.push(text));
    log.write('shell', 'the app starts');
    log.write('host', 'a video cannot be read');
    const content = readFileSync(log.path, 'utf8');
    expect(content).toBe(echoed.join(''));
    expect(content).toMatch(
      /^\d{4}-\d\d-\d\dT[\d:.]+Z shell: the app starts\n\d{4}.*Z host: a video cannot be read\n$/,
    );
  });

  it('goes on where the last run ended, and keeps the newest within twice its limit', () => {
    const folder = temporaryFolder();
    const limit = 500;
    for (let run = 0; run < 3; run++) {
      const log = new LogFile(folder, silent, limit);
      for (let i = 0; i < 20; i++) log.write('host', `run ${run}, line ${i}`);
    }
    const files = readdirSync(folder).map((name) => join(folder, name));
    expect(files).toHaveLength(2);
    for (const file of files) expect(statSync(file).size).toBeLessThanOrEqual(limit);
    expect(readFileSync(new LogFile(folder, silent).path, 'utf8')).toMatch(/host: run 2, line 19\n$/);
  });

  it('lets the app go on where it cannot be written', () => {
    const folder = temporaryFolder();
    const echoed: string[] = [];
    const log = new LogFile(folder, (text) => echoed.push(text));
    mkdirSync(log.path);
    log.write('shell', 'the app starts');
    expect(echoed.at(-1)).toContain('The log cannot be written: ');
  });
});
