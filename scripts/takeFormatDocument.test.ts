import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { CHUNK_TYPES, MAGIC, SYNC, VERSION } from '../src-shared/formats/take/layout.ts';
import {
  sampleFrame,
  sampleHeader,
  sampleSubject,
  TakeBytes,
} from '../src-shared/formats/take/testing/sampleTake.ts';
import { CHILD_LIMIT } from './testing/childLimit.ts';
import { repositoryRoot } from './testing/shared.ts';
import { temporaryFolder } from './testing/temporaryFolder.ts';

const text = readFileSync(join(repositoryRoot, 'docs/take-format.md'), 'utf8');

const hex = (bytes: Uint8Array): string =>
  [...bytes].map((byte) => byte.toString(16).padStart(2, '0').toUpperCase()).join(' ');

describe('docs/take-format.md', () => {
  it('has a Python example that reads a take', () => {
    const folder = temporaryFolder();
    const subject = sampleSubject({ face: { channels: ['headYaw', 'jawOpen'] } });
    const frames = [0.25, 0.5].map((value, i) => {
      const frame = sampleFrame(i, 5 + i);
      frame.channels.fill(value);
      return { frame, arrival: i / 60 };
    });
    const take = new TakeBytes()
      .json('header', sampleHeader)
      .json('subject', subject)
      .frames(subject, frames);
    writeFileSync(join(folder, 'take.mimesis-take'), take.bytes);
    const [, code = ''] = /```python\n(.*?)```/s.exec(text) ?? [];
    const python = process.platform === 'win32' ? 'python' : 'python3';
    const output = execFileSync(python, ['-c', code], { ...CHILD_LIMIT, cwd: folder, encoding: 'utf8' });
    expect(output.trim().split(/\r?\n/)).toEqual(['Ada 0.000 s: jawOpen 0.25', 'Ada 0.017 s: jawOpen 0.50']);
  });

  it('names the bytes and chunks that are written', () => {
    expect(text).toContain(`| 0 | 8 bytes | \`${hex(MAGIC)}\` |`);
    expect(text).toContain(`version: ${VERSION} |`);
    expect(text).toContain(`| 0 | 4 bytes | \`${hex(SYNC)}\` |`);
    const named = [...text.matchAll(/^\| `([A-Z ]{4})` \|/gm)].map(([, type]) => type);
    expect(named.sort()).toEqual(Object.values(CHUNK_TYPES).sort());
  });
});
