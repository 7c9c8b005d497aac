import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { MimesisError } from '#shared/contract/index.ts';
import { ioError, isAbsence, writeFileDurably } from '../files/index.ts';
import { TAKE_FILES } from './takeFolder.ts';

const MAX_NAME = 200;
const MAX_TAGS = 50;

/** What people say of a take, and may change: everything else in its folder stays as it was recorded. */
export const takeFactsSchema = z.object({
  name: z.string().trim().min(1).max(MAX_NAME),
  tags: z
    .array(z.string().trim().min(1).max(50))
    .max(MAX_TAGS)
    .transform((tags) => [...new Set(tags.map((tag) => tag.normalize('NFC')))]),
  /** 0 for none. */
  rating: z.int().min(0).max(5),
  notes: z.string().max(10_000),
  /** What of the take is shown and exported, in seconds on its clock; null for all. */
  trim: z
    .object({ startSeconds: z.number().min(0), endSeconds: z.number() })
    .refine(({ startSeconds, endSeconds }) => startSeconds < endSeconds, 'a trim begins before it ends')
    .nullable(),
});
export type TakeFacts = z.infer<typeof takeFactsSchema>;
/** What is left out, or undefined, stays. */
export type TakeChanges = { readonly [Name in keyof TakeFacts]?: TakeFacts[Name] | undefined };

/** A newer version's facts are kept when others change. */
const storedSchema = takeFactsSchema.partial().loose();

/** Facts of a take that nobody has said anything of are not stored: those of its slate hold. */
export const defaultFacts = (title: string): TakeFacts => ({
  name: title.slice(0, MAX_NAME),
  tags: [],
  rating: 0,
  notes: '',
  trim: null,
});

/**
 * @param title the name of a take that was given none
 * @throws `invalid_take` for a file that is damaged, `io`
 */
export async function readFacts(folder: string, title: string): Promise<TakeFacts> {
  return takeFactsSchema.parse({ ...defaultFacts(title), ...(await readStored(folder)) });
}

/**
 * Changes facts, durably.
 * @returns all of them
 * @throws `usage` for facts that are none; `invalid_take`, `io`, `disk_full`
 */
export async function changeFacts(folder: string, title: string, changes: TakeChanges): Promise<TakeFacts> {
  const checked = takeFactsSchema.partial().safeParse(changes);
  if (!checked.success) {
    throw new MimesisError('usage', `The take cannot be changed so: ${z.prettifyError(checked.error)}`, {
      cause: checked.error,
    });
  }
  const stored = { ...(await readStored(folder)), ...checked.data };
  await writeFileDurably(join(folder, TAKE_FILES.facts), `${JSON.stringify(stored, undefined, 2)}\n`);
  return takeFactsSchema.parse({ ...defaultFacts(title), ...stored });
}

async function readStored(folder: string): Promise<z.infer<typeof storedSchema>> {
  try {
    return storedSchema.parse(JSON.parse(await readFile(join(folder, TAKE_FILES.facts), 'utf8')));
  } catch (error) {
    if (isAbsence(error)) return {};
    if (error instanceof SyntaxError || error instanceof z.ZodError) {
      throw new MimesisError(
        'invalid_take',
        `What was noted of a take is damaged: ${TAKE_FILES.facts} in ${folder}.`,
        {
          remedy: 'Correct the file, or remove it: the recording itself does not need it.',
          cause: error,
        },
      );
    }
    throw ioError(error, `${TAKE_FILES.facts} cannot be read`);
  }
}
