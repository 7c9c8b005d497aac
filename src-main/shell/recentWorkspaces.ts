import { existsSync } from 'node:fs';
import { z } from 'zod';
import { StateFile } from './stateFile.ts';

/** Folders that are remembered. */
const KEPT = 8;

const memorySchema = z.object({ folders: z.array(z.string().min(1)) });

export interface RecentWorkspacesListeners {
  onChange(): void;
  /** Why they cannot be kept for the next run. */
  onProblem(problem: string): void;
}

/** The workspaces that were opened last, kept in a file. */
export class RecentWorkspaces {
  readonly #file: StateFile<typeof memorySchema>;
  readonly #listeners: RecentWorkspacesListeners;
  #folders: readonly string[];

  constructor(file: string, listeners: RecentWorkspacesListeners) {
    this.#file = new StateFile(file, memorySchema, listeners.onProblem);
    this.#listeners = listeners;
    this.#folders = this.#file.read()?.folders ?? [];
  }

  /** Folders that are still there, the last opened first. */
  list(): string[] {
    return this.#folders.filter((folder) => existsSync(folder));
  }

  /** Puts a folder first. */
  add(folder: string): void {
    if (folder === this.#folders[0]) return;
    this.#keep([folder, ...this.#folders.filter((each) => each !== folder)].slice(0, KEPT));
  }

  /** Forgets all but the one opened last. */
  clear(): void {
    this.#keep(this.#folders.slice(0, 1));
  }

  #keep(folders: string[]): void {
    this.#folders = folders;
    this.#file.write({ folders });
    this.#listeners.onChange();
  }
}
