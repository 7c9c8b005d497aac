import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Envelope } from './envelope.ts';

describe('the envelope of a curve', () => {
  it('is the least, the greatest and the mean of any stretch of it', () => {
    const anyValues = fc.array(fc.float({ noNaN: true, min: -4, max: 4 }), { minLength: 1, maxLength: 700 });
    fc.assert(
      fc.property(anyValues, fc.nat(), fc.nat(), (values, a, b) => {
        const first = a % values.length;
        const end = first + 1 + (b % (values.length - first));
        const envelope = new Envelope(Float32Array.from(values));
        envelope.look(first, end);
        const stretch = values.slice(first, end);
        expect(envelope.low).toBe(Math.min(...stretch));
        expect(envelope.high).toBe(Math.max(...stretch));
        expect(envelope.mean).toBeCloseTo(stretch.reduce((sum, value) => sum + value, 0) / stretch.length, 4);
      }),
    );
  });
});
