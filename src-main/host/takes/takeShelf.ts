import { rename, rm } from 'node:fs/promises';
import { setImmediate as giveWay } from 'node:timers/promises';
import {
  type ErrorInfo,
  type KeptEdit,
  MimesisError,
  type TakeEdit,
  type TakeQuery,
  toErrorInfo,
} from '#shared/contract/index.ts';
import type { RecordedTake } from '#shared/formats/index.ts';
import { ioError, syncFolder } from '../files/index.ts';
import type { TakeRecord, TakeStore } from '../store/index.ts';
import { type FolderChanges, findChanges } from './folderChanges.ts';
import { factColumns, indexTake, stampOf, titleOf } from './indexTake.ts';
import { openTake } from './openTake.ts';
import { readEdit, writeEdit } from './takeEditFile.ts';
import { changeFacts, type TakeChanges } from './takeFacts.ts';
import { makeFolderDurably, placeOf, takeIdsIn, trashOf } from './takeFolder.ts';
import { forgetTrashed, noteTrashed, trashedAtOf } from './trashNote.ts';

/** A take that cannot be listed, or not with all that was noted of it. */
export interface TakeProblem {
  readonly takeId: string;
  readonly error: ErrorInfo;
}

/** Takes that are listed together, so that a long list neither fills memory nor the database's log. */
const BATCH = 32;

/** What keeps a thread busy, so that it may be done in another. */
export interface ShelfWork {
  readonly index: typeof indexTake;
  readonly findChanges: (takesFolder: string) => Promise<FolderChanges>;
}

/**
 * The takes of a workspace. Their folders hold the truth, the store an index of them. What changes takes is done one
 * after another.
 */
export class TakeShelf {
  readonly #folder: string;
  readonly #store: TakeStore;
  readonly #work: ShelfWork;
  #last: Promise<unknown> = Promise.resolve();

  /**
   * @param folder of all takes; it need not exist
   * @param work done in this thread unless it is given
   */
  constructor(folder: string, store: TakeStore, work?: ShelfWork) {
    this.#folder = folder;
    this.#store = store;
    this.#work = work ?? { index: indexTake, findChanges: (takes) => findChanges(takes, store) };
  }

  /**
   * Brings the index into agreement with the folders: at start, and after somebody else has moved takes.
   * @returns what could not be read
   * @throws `io`, `disk_full`
   */
  synchronise(): Promise<TakeProblem[]> {
    return this.#alone(async () => {
      const { gone, changed } = await this.#work.findChanges(this.#folder);
      for (let i = 0; i < gone.length; i += BATCH) {
        this.#store.remove(gone.slice(i, i + BATCH));
        await giveWay();
      }
      const problems: TakeProblem[] = [];
      for (let i = 0; i < changed.length; i += BATCH) {
        const records = await Promise.all(
          changed.slice(i, i + BATCH).map(async (place) => {
            const folder = placeOf(this.#folder, place);
            return this.#index(place.id, folder, place.inTrash ? await trashedAtOf(folder) : null, problems);
          }),
        );
        this.#store.put(records.flat());
      }
      return problems;
    });
  }

  /** The part of the list that a query asks for, and how many takes it finds in all. */
  page(query: TakeQuery): { total: number; takes: TakeRecord[] } {
    return this.#store.page(query);
  }

  /** Every tag, with how many takes have it. */
  tags(): { tag: string; takes: number }[] {
    return this.#store.tags();
  }

  /** Lists a take that has just been recorded. Throws `invalid_take`, `io` or `disk_full`. */
  add(id: string): Promise<TakeRecord> {
    return this.#alone(async () => {
      const { record } = await this.#work.index(this.#placeOf(id, false), null);
      this.#store.put([record]);
      return record;
    });
  }

  /** Throws `usage` for a take that is gone. */
  find(id: string): TakeRecord {
    return this.#get(id);
  }

  /** The folder of a take, in the trash or not. Throws `usage` for a take that is gone. */
  folderOf(id: string): string {
    return this.#placeOf(id, this.#get(id).trashedAt !== null);
  }

  /** The whole recording. Throws `usage` for a take that is gone, `invalid_take`, `io`. */
  open(id: string): Promise<RecordedTake> {
    return openTake(this.folderOf(id));
  }

  /**
   * Renames, tags, rates, notes or trims a take; the recording stays as it is.
   * @throws `usage` for a take that is gone or facts that are none; `invalid_take`, `io`, `disk_full`
   */
  change(id: string, changes: TakeChanges): Promise<TakeRecord> {
    return this.#alone(async () => {
      const record = this.#get(id);
      const folder = this.folderOf(id);
      const facts = await changeFacts(folder, titleOf(record), changes);
      const changed = { ...record, ...factColumns(facts), stamp: await stampOf(folder) };
      this.#store.put([changed]);
      return changed;
    });
  }

  /** What is edited of a take. Throws `usage` for a take that is gone, `invalid_take`, `io`. */
  readEdit(id: string): Promise<KeptEdit> {
    return this.#alone(async () => readEdit(this.folderOf(id)));
  }

  /**
   * Replaces what is edited of a take.
   * @param over revision of the edit that is replaced
   * @returns the new one's
   * @throws `conflict` where the edit is another by now, `usage` for a take that is gone, `io`, `disk_full`
   */
  writeEdit(id: string, edit: TakeEdit, over: string): Promise<string> {
    return this.#alone(async () => {
      const folder = this.folderOf(id);
      const revision = await writeEdit(folder, edit, over);
      this.#store.put([{ ...this.#get(id), isEdited: edit.layers.length > 0, stamp: await stampOf(folder) }]);
      return revision;
    });
  }

  /** Puts a take into the trash, from where `restore` brings it back. Throws `usage`, `io` or `disk_full`. */
  trash(id: string): Promise<TakeRecord> {
    return this.#alone(() => this.#move(id, true));
  }

  /** Takes a take out of the trash. Throws `usage`, `io` or `disk_full`. */
  restore(id: string): Promise<TakeRecord> {
    return this.#alone(() => this.#move(id, false));
  }

  /** Deletes a take in the trash for good. Throws `usage` for one that is not there, `io` or `disk_full`. */
  purge(id: string): Promise<void> {
    return this.#alone(async () => {
      if (this.#get(id).trashedAt === null) {
        throw new MimesisError('usage', 'Only a take in the trash is deleted for good.');
      }
      await this.#delete(id);
    });
  }

  /** Deletes all takes in the trash for good. Throws `io` or `disk_full`. */
  emptyTrash(): Promise<void> {
    return this.#alone(async () => {
      for (const id of await takeIdsIn(trashOf(this.#folder))) await this.#delete(id);
    });
  }

  async #delete(id: string): Promise<void> {
    try {
      await rm(this.#placeOf(id, true), { recursive: true, force: true });
    } catch (error) {
      throw ioError(error, 'The take cannot be deleted');
    }
    this.#store.remove([id]);
  }

  async #index(
    id: string,
    folder: string,
    trashedAt: string | null,
    problems: TakeProblem[],
  ): Promise<TakeRecord[]> {
    try {
      const { record, problem } = await this.#work.index(folder, trashedAt);
      if (problem) problems.push({ takeId: id, error: problem });
      return [record];
    } catch (error) {
      problems.push({ takeId: id, error: toErrorInfo(error) });
      return [];
    }
  }

  async #move(id: string, toTrash: boolean): Promise<TakeRecord> {
    const record = this.#get(id);
    if ((record.trashedAt !== null) === toTrash) return record;
    const trash = trashOf(this.#folder);
    const [from, to] = [this.#placeOf(id, !toTrash), this.#placeOf(id, toTrash)];
    const trashedAt = toTrash ? new Date().toISOString() : null;
    try {
      await makeFolderDurably(trash);
      if (trashedAt !== null) await noteTrashed(from, trashedAt);
      await rename(from, to);
      await Promise.all([syncFolder(trash), syncFolder(this.#folder)]);
      if (!toTrash) await forgetTrashed(to);
    } catch (error) {
      throw ioError(error, `The take cannot be ${toTrash ? 'put into the trash' : 'restored'}`);
    }
    const moved = { ...record, trashedAt };
    this.#store.put([moved]);
    return moved;
  }

  #get(id: string): TakeRecord {
    const record = this.#store.find(id);
    if (!record) throw new MimesisError('usage', 'This take is no longer in the workspace.');
    return record;
  }

  #placeOf(id: string, inTrash: boolean): string {
    return placeOf(this.#folder, { id, inTrash });
  }

  #alone<Result>(work: () => Promise<Result>): Promise<Result> {
    const result = this.#last.then(work, work);
    this.#last = result;
    return result;
  }
}
