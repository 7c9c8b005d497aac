import { describe, expect, it } from 'vitest';
import { BlockMaker, type SoundBlock } from './blockMaker.ts';

describe('blocks of sound', () => {
  it('hold every sample once, the channels beside each other, and tell when each began', () => {
    const blocks: SoundBlock[] = [];
    const maker = new BlockMaker(1000, 2, (block) => blocks.push(block));
    for (let start = 0; start < 95; start += 10) {
      const left = Float32Array.from({ length: 16 }, (_, i) => start + i);
      maker.add([left, left.map((value) => -value)], 10, 5 + start / 1000);
    }
    maker.flush();
    maker.flush();
    const left = blocks.flatMap(({ samples }) => [...samples].filter((_, i) => i % 2 === 0));
    expect(left).toEqual(Array.from({ length: 100 }, (_, i) => i));
    expect(blocks.map(({ hostSeconds, samples }) => [hostSeconds, samples.length / 2])).toEqual([
      [5, 40],
      [5.04, 40],
      [5.08, 20],
    ]);
  });
});
