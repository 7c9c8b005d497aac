// @ts-check

/** @typedef {import('./reporter.ts').SkippedTest} SkippedTest */

/**
 * The skipped tests that fail a run: in CI, those whose reason is on no list. Elsewhere a machine may lack what it lacks.
 * @param {readonly SkippedTest[]} skipped
 * @param {readonly { reason: string }[]} allowed
 * @param {boolean} isCi
 * @returns {SkippedTest[]}
 */
export function findForbiddenSkips(skipped, allowed, isCi) {
  const reasons = new Set(allowed.map(({ reason }) => reason));
  return isCi ? skipped.filter(({ reason }) => !reasons.has(reason)) : [];
}
