import { z } from 'zod';
import {
  type ErrorInfo,
  errorInfoSchema,
  type TakeDetails,
  type TakeImportProgress,
  type TakeQuery,
  type TakeTags,
  takeImportProgressSchema,
} from '#shared/contract/index.ts';
import type { TakeRecord } from '../../store/index.ts';
import type { ExportChoice, ImportedTakes } from '../exchange/index.ts';
import type { FolderChanges } from '../folderChanges.ts';
import type { MadeThumbnail } from '../thumbnail/index.ts';

/** What the thread does: per task what it is given, and what comes of it. Both sides are of one build. */
export interface Tasks {
  page: { given: TakeQuery; result: { total: number; takes: TakeRecord[] } };
  tags: { given: Record<string, never>; result: TakeTags };
  index: {
    given: { folder: string; trashedAt: string | null };
    result: { record: TakeRecord; problem?: ErrorInfo };
  };
  /** What is done at each start, see `mendTakes`. */
  mend: { given: { takesFolder: string }; result: null };
  changes: { given: { takesFolder: string }; result: FolderChanges };
  details: { given: { folder: string }; result: TakeDetails };
  thumbnail: { given: { folder: string }; result: MadeThumbnail };
  /** Gives the reference video of a take that has ended its length. */
  finishVideo: { given: { folder: string }; result: null };
  import: { given: { path: string; takesFolder: string; appVersion: string }; result: ImportedTakes };
  export: { given: { folder: string; target: string; choice: ExportChoice }; result: string[] };
}

export type TaskName = keyof Tasks;

/** What the thread is told when it starts. */
export const threadDataSchema = z.object({ databasePath: z.string() });

/** How whoever has given a task follows it. */
export interface TaskWatch {
  /** Cancels it; what comes of it then is the task's own. */
  readonly signal: AbortSignal;
  readonly onProgress: (progress: TakeImportProgress) => void;
}

export type TaskMessage =
  | { readonly id: number; readonly name: TaskName; readonly given: unknown }
  | { readonly id: number; readonly isCancelled: true }
  /** The thread is to end. */
  | { readonly isEnd: true };

export const taskAnswerSchema = z.union([
  z.object({ id: z.int(), progress: takeImportProgressSchema }),
  z.object({ id: z.int(), error: errorInfoSchema }),
  z.object({ id: z.int(), result: z.unknown() }),
]);
export type TaskAnswer = z.infer<typeof taskAnswerSchema>;
