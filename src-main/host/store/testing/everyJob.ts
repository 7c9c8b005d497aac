/** Asks for the first jobs of all, as many as a test adds. */
export const EVERY_JOB = { status: null, search: '', offset: 0, limit: 500 } as const;
