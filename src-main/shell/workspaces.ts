import { app } from 'electron';
import type { HostProcess } from './hostProcess.ts';
import type { RecentWorkspaces } from './recentWorkspaces.ts';

/** What the user starts the app with. */
export interface StartOptions {
  /** Absolute path of a workspace. */
  readonly workspace: string | undefined;
  /** Absolute path of something to track. */
  readonly input: string | undefined;
}

/** Which workspace the host holds: the one named at the start, else the last one, until the user opens another. */
export class Workspaces {
  readonly #host: HostProcess;
  readonly #recent: RecentWorkspaces;
  readonly #askForFolder: () => Promise<string | undefined>;
  #current: string | undefined;
  #asking: Promise<boolean> | undefined;

  constructor(host: HostProcess, recent: RecentWorkspaces, askForFolder: () => Promise<string | undefined>) {
    this.#host = host;
    this.#recent = recent;
    this.#askForFolder = askForFolder;
  }

  /** Starts the host. Without a remembered workspace it chooses its own, as it does where the environment names one. */
  start({ workspace, input }: StartOptions): Promise<void> {
    const folder = workspace ?? (process.env['WORKSPACE_DIR'] ? undefined : this.#recent.list()[0]);
    return this.#host.start([...(input ? [input] : []), ...(folder ? ['--workspace', folder] : [])]);
  }

  /** Asks the user for a folder and opens it. A second call joins the first. @returns whether one was chosen */
  choose(): Promise<boolean> {
    this.#asking ??= this.#chooseOnce().finally(() => {
      this.#asking = undefined;
    });
    return this.#asking;
  }

  async #chooseOnce(): Promise<boolean> {
    const folder = await this.#askForFolder();
    if (folder !== undefined) await this.open(folder);
    return folder !== undefined;
  }

  /** Starts the host again with another workspace. */
  async open(folder: string): Promise<void> {
    if (folder === this.#current) return;
    this.#current = undefined;
    await this.#host.start(['--workspace', folder]);
  }

  /** The host is gone for good: the workspace that it held can be opened again. */
  lost(): void {
    this.#current = undefined;
  }

  /** Remembers a workspace as open. */
  opened(folder: string): void {
    this.#current = folder;
    this.#recent.add(folder);
    app.addRecentDocument(folder);
  }
}
