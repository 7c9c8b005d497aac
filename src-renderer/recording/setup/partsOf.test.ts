import { describe, expect, it } from 'vitest';
import { type Arming, partsSentBy } from '#shared/contract/index.ts';
import { armedPartsOf, armingWith } from './partsOf.ts';

const ada = { protocol: 'live_link_face', deviceId: 'a', subject: 'Ada' } as const;
const grace = { ...ada, subject: 'Grace' } as const;

const all = partsSentBy('live_link_face');

describe('what is recorded of a person', () => {
  it('is everything unless something was said, and again when all is said', () => {
    expect(armedPartsOf([], ada)).toEqual(all);
    const some = armingWith([], ada, ['jaw']);
    expect(armedPartsOf(some, ada)).toEqual(['jaw']);
    expect(armedPartsOf(some, grace)).toEqual(all);
    expect(armingWith(some, ada, all)).toEqual([]);
  });

  it('is a body only where the protocol tells of one', () => {
    expect(all).not.toContain('body');
    expect(armedPartsOf([], { ...ada, protocol: 'webcam' })).toContain('body');
    expect(armedPartsOf([], { ...ada, protocol: 'vmc' })).toContain('body');
  });

  it('may be nothing', () => {
    expect(armedPartsOf(armingWith([], ada, []), ada)).toEqual([]);
  });

  it('is remembered of the latest hundred', () => {
    let arming: Arming = [];
    for (let i = 0; i < 300; i++) arming = armingWith(arming, { ...ada, subject: `Actor ${i}` }, []);
    expect(arming).toHaveLength(100);
    expect(arming.at(-1)?.subject).toBe('Actor 299');
  });
});
