import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { takeEditSchema } from '../src-shared/contract/index.ts';
import { createLayer, LAYER_KINDS } from '../src-shared/takeEdit/index.ts';
import { repositoryRoot } from './testing/shared.ts';

const text = readFileSync(join(repositoryRoot, 'docs/take-edits.md'), 'utf8');

describe('docs/take-edits.md', () => {
  it('has an example that is an edit', () => {
    const [, example = ''] = /```json\n(.*?)```/s.exec(text) ?? [];
    expect(takeEditSchema.parse(JSON.parse(example))).toEqual(JSON.parse(example));
  });

  it('names every kind of layer and its settings', () => {
    const place = { id: 'a', subject: 0, channels: ['jawOpen'], range: null } as const;
    const common = new Set(Object.keys(createLayer('offset', place)).filter((key) => key !== 'amount'));
    const rows = new Map([...text.matchAll(/^\| `(\w+)` \| (.*)$/gm)].map(([, kind, row]) => [kind, row]));
    expect([...rows.keys()]).toEqual(LAYER_KINDS);
    for (const kind of LAYER_KINDS) {
      for (const setting of Object.keys(createLayer(kind, place))) {
        if (!common.has(setting)) expect(rows.get(kind)).toContain(`\`${setting}\``);
      }
    }
  });
});
