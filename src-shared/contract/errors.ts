import { z } from 'zod';

/** What went wrong, as a word that programs may act on. Words are added, never renamed: they are stored in workspaces. */
export const errorKindSchema = z.enum([
  'usage',
  'invalid_manifest',
  'missing_file',
  'not_a_file',
  'empty_file',
  'changed_file',
  'unreadable_media',
  'no_frames',
  'disk_full',
  'io',
  'host_unreachable',
  'workspace_locked',
  'workspace_newer',
  'model_missing',
  'model_damaged',
  'tool_missing',
  'worker_died',
  'worker_hung',
  'self_check_failed',
  'damaged_track',
  'invalid_take',
  'invalid_avatar',
  'invalid_preset',
  'too_large',
  'library_newer',
  'conflict',
  'port_in_use',
  'not_measured',
  'device_missing',
  'device_refused',
  'device_busy',
  'internal',
]);
export type ErrorKind = z.infer<typeof errorKindSchema>;

/** An error as it crosses a process boundary or is stored: plain words, and what to do. */
export const errorInfoSchema = z.object({
  kind: errorKindSchema,
  message: z.string(),
  remedy: z.string().optional(),
});
export type ErrorInfo = z.infer<typeof errorInfoSchema>;

/** The only error class of the product. `message` says what happened in plain language, `remedy` what to do about it. */
export class MimesisError extends Error {
  readonly kind: ErrorKind;
  readonly remedy: string | undefined;

  constructor(kind: ErrorKind, message: string, options: { remedy?: string; cause?: unknown } = {}) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.name = 'MimesisError';
    this.kind = kind;
    this.remedy = options.remedy;
  }
}

/**
 * Any thrown value as an `ErrorInfo`; one that has crossed a process boundary is one already. What is no `MimesisError` is
 * an internal error with its own message.
 */
export function toErrorInfo(error: unknown): ErrorInfo {
  if (error instanceof MimesisError) {
    return error.remedy === undefined
      ? { kind: error.kind, message: error.message }
      : { kind: error.kind, message: error.message, remedy: error.remedy };
  }
  if (error instanceof Error) return { kind: 'internal', message: error.message };
  return errorInfoSchema.safeParse(error).data ?? { kind: 'internal', message: String(error) };
}
