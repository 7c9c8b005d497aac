import { describe, expect, it } from 'vitest';
import { findForbiddenSkips } from './skips.mjs';

describe('skipped tests', () => {
  const known = { test: 'a.test.ts > works', reason: 'test data not found: ../shared' };
  const bare = { test: 'b.test.ts > works', reason: '' };
  const allowed = [{ reason: 'test data not found: ../shared' }];

  it('are all right on a machine of a developer', () => {
    expect(findForbiddenSkips([known, bare], [], false)).toEqual([]);
  });

  it('fail a CI run unless their reason is on the list', () => {
    expect(findForbiddenSkips([known, bare], allowed, true)).toEqual([bare]);
  });
});
