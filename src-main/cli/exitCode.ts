import type { ErrorInfo, ErrorKind } from '#shared/contract/index.ts';

/** What the user can set right by another command line or by installing something. */
const CONFIGURATION: ReadonlySet<ErrorKind> = new Set<ErrorKind>([
  'usage',
  'invalid_manifest',
  'invalid_take',
  'invalid_avatar',
  'too_large',
  'missing_file',
  'workspace_locked',
  'workspace_newer',
  'library_newer',
  'model_missing',
  'model_damaged',
  'self_check_failed',
  'tool_missing',
  'port_in_use',
]);

/** 2 for wrong usage or configuration, 1 for work that failed. */
export function exitCodeFor({ kind }: ErrorInfo): 1 | 2 {
  return CONFIGURATION.has(kind) ? 2 : 1;
}
