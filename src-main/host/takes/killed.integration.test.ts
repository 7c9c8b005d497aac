import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../../../scripts/testing/temporaryFolder.ts';
import { killRecording } from './testing/killRecording.ts';

describe('a recording whose process is killed', () => {
  it.each([0, 0.013, 0.31, 0.777, 1.234])(
    '%s s after its first frame keeps what is older than 250 ms',
    async (seconds) => {
      const { taken, kept, wrong, oldestLostSeconds, recovered } = await killRecording(
        temporaryFolder(),
        seconds,
      );
      expect(oldestLostSeconds).toBeLessThan(0.25);
      expect(wrong).toBe(0);
      expect(kept).toBeGreaterThan(taken - 0.25 * 180 - 6);
      expect(recovered).toMatchObject([{ kind: 'repaired' }]);
    },
  );
});
