import { create } from 'zustand';
import { type ErrorInfo, toErrorInfo } from '#shared/contract/index.ts';

/** Most problems in sight; older ones make room. */
const MAX_SHOWN = 3;

/** What went wrong and was not yet dismissed, oldest first. */
export const useProblems = create<{ readonly problems: readonly ErrorInfo[] }>(() => ({ problems: [] }));

/**
 * Shows what went wrong, and what to do about it, until the user dismisses it. That the host does not answer is passed
 * over: the window says so itself, for as long as it lasts.
 */
export function showProblem(error: unknown): void {
  const problem = toErrorInfo(error);
  if (problem.kind === 'host_unreachable') return;
  useProblems.setState(({ problems }) => ({
    problems: [...problems.filter(({ message }) => message !== problem.message), problem].slice(-MAX_SHOWN),
  }));
}

/** What went wrong and what to do about it, as one text. */
export function problemText(error: unknown): string {
  const { message, remedy } = toErrorInfo(error);
  return remedy === undefined ? message : `${message} ${remedy}`;
}

export function dismissProblem(problem: ErrorInfo): void {
  useProblems.setState(({ problems }) => ({ problems: problems.filter((each) => each !== problem) }));
}
