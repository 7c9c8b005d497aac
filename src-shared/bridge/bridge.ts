/** Where the host listens, and the secret that opens it; both change when the host is started again. */
export interface HostAddress {
  /** As `127.0.0.1:PORT`. */
  readonly address: string;
  readonly token: string;
}

/** What the studio's page gets from the window it runs in, as `window.mimesis`. In a browser it is absent. */
export interface ShellBridge {
  readonly platform: string;
  /** Waits until the host is up. */
  hostAddress(): Promise<HostAddress>;
  /**
   * Lets the user choose a folder, new or old, and starts the host again with it as the workspace: the link breaks and
   * comes back with the other workspace. Nothing changes where none is chosen.
   */
  openWorkspace(): Promise<void>;
  /** Lets the user choose a folder to write to, new or old; undefined where none is chosen. */
  chooseFolder(): Promise<string | undefined>;
  /** Absolute path of a dropped file, or '' where it has none. */
  pathOfFile(file: unknown): string;
}

/** Channels between page and shell. */
export const SHELL_CHANNELS = {
  hostAddress: 'mimesis:host-address',
  openWorkspace: 'mimesis:open-workspace',
  chooseFolder: 'mimesis:choose-folder',
} as const;

/** Scheme and origin of the studio's page in the window. */
export const STUDIO_SCHEME = 'mimesis-studio';
export const STUDIO_ORIGIN = `${STUDIO_SCHEME}://app`;
