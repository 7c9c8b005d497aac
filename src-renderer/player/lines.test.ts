import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { linesOf } from './lines.ts';

/** The text's bytes in pieces of the given lengths, one after another. */
function streamOf(text: string, lengths: readonly number[]): ReadableStream<BufferSource> {
  const bytes = new TextEncoder().encode(text);
  return new ReadableStream({
    start(controller) {
      let at = 0;
      for (let i = 0; at < bytes.length; i++) {
        const length = lengths[i % lengths.length] ?? 1;
        controller.enqueue(bytes.slice(at, at + length));
        at += length;
      }
      controller.close();
    },
  });
}

async function allOf(lines: AsyncIterable<string>): Promise<string[]> {
  const all: string[] = [];
  for await (const line of lines) all.push(line);
  return all;
}

describe('the lines of a stream', () => {
  it('are the same however it is cut, within letters too', async () => {
    const anyLine = fc.string({ unit: 'grapheme' }).map((line) => line.replaceAll('\n', ''));
    const lengths = fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1 });
    await fc.assert(
      fc.asyncProperty(fc.array(anyLine), lengths, async (lines, cuts) => {
        const text = lines.map((line) => `${line}\n`).join('');
        expect(await allOf(linesOf(streamOf(text, cuts)))).toEqual(lines);
      }),
    );
  });

  it('include a last one without an end', async () => {
    expect(await allOf(linesOf(streamOf('æ\nø', [1])))).toEqual(['æ', 'ø']);
  });

  it('end with the error of the stream', async () => {
    const half = new Blob(['no gzip']).stream().pipeThrough(new DecompressionStream('gzip'));
    await expect(allOf(linesOf(half))).rejects.toThrow();
  });
});
