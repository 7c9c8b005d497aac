/**
 * For a child that a test waits for without giving way: while it hangs, no time limit of the test itself is looked at.
 * Shorter than those of integration tests.
 */
export const CHILD_LIMIT = { timeout: 170_000, killSignal: 'SIGKILL' } as const;
