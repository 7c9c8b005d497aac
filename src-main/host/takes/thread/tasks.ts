import { z } from 'zod';
import {
  type ErrorInfo,
  errorInfoSchema,
  type TakeDetails,
  type TakeQuery,
  type TakeTags,
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

export interface TaskMessage {
  readonly id: number;
  readonly name: TaskName;
  readonly given: unknown;
}
/** Says that the thread is to end. */
export const END = 'end';

export const taskAnswerSchema = z.union([
  z.object({ id: z.int(), error: errorInfoSchema }),
  z.object({ id: z.int(), result: z.unknown() }),
]);
export type TaskAnswer = z.infer<typeof taskAnswerSchema>;
