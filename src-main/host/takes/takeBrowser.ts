import { basename, join } from 'node:path';
import type {
  KeptEdit,
  OpenedTake,
  TakeDetails,
  TakeEdit,
  TakeExport,
  TakeImport,
  TakeImportProgress,
  TakeQuery,
  TakeTags,
  TakeThumbnail,
  TakeView,
} from '#shared/contract/index.ts';
import type { TakeRecord, TakeStore } from '../store/index.ts';
import { hasUnfinishedVideo } from './finishVideo.ts';
import { filesOf } from './openedTake.ts';
import type { TakeChanges } from './takeFacts.ts';
import { TakeShelf } from './takeShelf.ts';
import { TakeThread } from './thread/index.ts';
import { Uploads } from './uploads.ts';

export interface TakeBrowserOptions {
  /** Of all takes of the workspace. */
  readonly folder: string;
  readonly store: TakeStore;
  readonly databasePath: string;
  /** For files on their way in or out; what is in it may be lost. */
  readonly cacheFolder: string;
  readonly appVersion: string;
  /** Gives a file of this computer a path on the host's server. */
  readonly offer: (file: string) => string;
  /** The list of takes has changed. */
  readonly onTakes: () => void;
  /** A take is edited otherwise. */
  readonly onEdit: (id: string, revision: string) => void;
  readonly onImport: (id: string, progress: TakeImportProgress) => void;
}

/** The takes of the workspace, as studios look through them, change them, and bring them in and out. */
export class TakeBrowser {
  readonly #options: TakeBrowserOptions;
  readonly #thread: TakeThread;
  readonly #shelf: TakeShelf;
  readonly #uploads: Uploads;
  /** Those under way, by their ids. */
  readonly #imports = new Map<string, AbortController>();
  /** Takes whose video is being finished. */
  readonly #finishing = new Map<string, Promise<void>>();
  /** What a death of the program left behind is mended first. */
  #ready: Promise<void> = Promise.resolve();

  constructor(options: TakeBrowserOptions) {
    this.#options = options;
    this.#thread = new TakeThread(options.databasePath);
    this.#uploads = new Uploads(options.cacheFolder);
    this.#shelf = new TakeShelf(options.folder, options.store, {
      index: (folder, trashedAt) => this.#thread.do('index', { folder, trashedAt }),
      findChanges: (takesFolder) => this.#thread.do('changes', { takesFolder }),
    });
  }

  /** Mends and lists what is there: whatever is asked waits for it. To be called once. Throws `io`, `disk_full`. */
  prepare(): Promise<void> {
    this.#ready = this.#prepare();
    return this.#ready;
  }

  /** Resolves when takes may be added. Throws as `prepare` did. */
  get ready(): Promise<void> {
    return this.#ready;
  }

  /** Lists a take that has been recorded, and tells of it. Throws `invalid_take`, `io` or `disk_full`. */
  async add(id: string): Promise<void> {
    await this.#shelf.add(id);
    this.#options.onTakes();
    void this.#finishVideo(id);
  }

  async page(query: TakeQuery): Promise<{ total: number; takes: TakeView[] }> {
    await this.#ready;
    const { total, takes } = await this.#thread.do('page', query);
    return { total, takes: takes.map(viewOf) };
  }

  async tags(): Promise<TakeTags> {
    await this.#ready;
    return this.#thread.do('tags', {});
  }

  async details(id: string): Promise<TakeDetails> {
    await this.#ready;
    return this.#thread.do('details', { folder: this.#shelf.folderOf(id) });
  }

  async thumbnail(id: string): Promise<TakeThumbnail> {
    await this.#ready;
    const folder = this.#shelf.folderOf(id);
    const { face, activity, pictureFile } = await this.#thread.do('thumbnail', { folder });
    const picture = pictureFile === null ? null : this.#options.offer(join(folder, pictureFile));
    return { face, activity, picture };
  }

  /** Throws `usage` for a take that is gone, `io`. */
  async open(id: string): Promise<OpenedTake> {
    await this.#ready;
    await this.#finishVideo(id);
    const take = viewOf(this.#shelf.find(id));
    return { take, ...(await filesOf(this.#shelf.folderOf(id), this.#options.offer)) };
  }

  change(id: string, changes: TakeChanges): Promise<TakeView> {
    return this.#change(() => this.#shelf.change(id, changes));
  }

  trash(id: string): Promise<TakeView> {
    return this.#change(() => this.#shelf.trash(id));
  }

  restore(id: string): Promise<TakeView> {
    return this.#change(() => this.#shelf.restore(id));
  }

  /** What is edited of a take. Throws `usage` for a take that is gone, `invalid_take`, `io`. */
  async readEdit(id: string): Promise<KeptEdit> {
    await this.#ready;
    return this.#shelf.readEdit(id);
  }

  /** Replaces what is edited of a take, and tells of it. Throws as `TakeShelf.writeEdit` does. */
  async writeEdit(id: string, edit: TakeEdit, over: string): Promise<{ revision: string }> {
    await this.#ready;
    const { isEdited } = this.#shelf.find(id);
    const revision = await this.#shelf.writeEdit(id, edit, over);
    this.#options.onEdit(id, revision);
    if (this.#shelf.find(id).isEdited !== isEdited) this.#options.onTakes();
    return { revision };
  }

  async purge(id: string): Promise<Record<string, never>> {
    await this.#ready;
    await this.#shelf.purge(id);
    this.#options.onTakes();
    return {};
  }

  async emptyTrash(): Promise<Record<string, never>> {
    await this.#ready;
    await this.#shelf.emptyTrash();
    this.#options.onTakes();
    return {};
  }

  /** Takes in a file that a browser sends. Throws `usage`, `disk_full`, `io`. */
  async receive(query: unknown, chunks: AsyncIterable<Uint8Array>, bytes: number): Promise<void> {
    await this.#ready;
    await this.#uploads.receive(query, chunks, bytes);
  }

  /** Throws as `importTakes` does. */
  async import({ id, path }: TakeImport): Promise<{ takes: TakeView[]; problems: string[] }> {
    await this.#ready;
    const cancelling = new AbortController();
    this.#imports.set(id, cancelling);
    try {
      return await this.#import(id, path ?? (await this.#uploads.pathOf(id)), cancelling.signal);
    } finally {
      this.#imports.delete(id);
      if (path === null) await this.#uploads.discard(id);
    }
  }

  /** Ends an import with the takes that it has made, or drops what was sent for one. Throws `io`. */
  async cancelImport(id: string): Promise<Record<string, never>> {
    await this.#ready;
    const cancelling = this.#imports.get(id);
    if (cancelling) cancelling.abort();
    else await this.#uploads.discard(id);
    return {};
  }

  /** Throws as `exportTake` does, and `usage` for a take that is gone. */
  async export({
    id,
    format,
    content,
    folder,
  }: TakeExport): Promise<{ files: { name: string; path: string }[] }> {
    await this.#ready;
    const files = await this.#thread.do('export', {
      folder: this.#shelf.folderOf(id),
      target: folder ?? this.#uploads.freshFolder(),
      choice: { format, content },
    });
    const placeOf = (file: string): string => (folder === null ? this.#options.offer(file) : file);
    return { files: files.map((file) => ({ name: basename(file), path: placeOf(file) })) };
  }

  /** What is not done yet is given up; the next start takes up what it finds. */
  async close(): Promise<void> {
    await this.#thread.close();
    await this.#ready.catch(() => {
      // Whoever asked for something was told.
    });
    await Promise.all(this.#finishing.values());
  }

  async #prepare(): Promise<void> {
    await this.#uploads.clear();
    await this.#thread.do('mend', { takesFolder: this.#options.folder });
    await this.#shelf.synchronise();
  }

  /**
   * Gives the video of a take its length, where it was recorded here and has none yet. Whoever plays it waits for that:
   * later there is another file in its place.
   */
  #finishVideo(id: string): Promise<void> {
    const finishing =
      this.#finishing.get(id) ??
      this.#finishNow(id)
        // It plays as it was recorded, too; and a take that has gone meanwhile needs none.
        .catch(() => {})
        .finally(() => this.#finishing.delete(id));
    this.#finishing.set(id, finishing);
    return finishing;
  }

  async #finishNow(id: string): Promise<void> {
    const { hasVideo, trashedAt } = this.#shelf.find(id);
    const folder = this.#shelf.folderOf(id);
    if (!hasVideo || trashedAt !== null || !(await hasUnfinishedVideo(folder))) return;
    await this.#thread.do('finishVideo', { folder });
    await this.#shelf.add(id);
    this.#options.onTakes();
  }

  async #import(
    id: string,
    path: string,
    signal: AbortSignal,
  ): Promise<{ takes: TakeView[]; problems: string[] }> {
    const { folder, appVersion, onTakes, onImport } = this.#options;
    const { takeIds, problems, failures } = await this.#thread.do(
      'import',
      { path, takesFolder: folder, appVersion },
      { signal, onProgress: (progress) => onImport(id, progress) },
    );
    const takes: TakeView[] = [];
    for (const takeId of takeIds) takes.push(viewOf(await this.#shelf.add(takeId)));
    onTakes();
    return { takes, problems: [...problems, ...failures.map(({ message }) => message)] };
  }

  async #change(work: () => Promise<TakeRecord>): Promise<TakeView> {
    await this.#ready;
    const record = await work();
    this.#options.onTakes();
    return viewOf(record);
  }
}

function viewOf({ stamp: _, ...take }: TakeRecord): TakeView {
  return take;
}
