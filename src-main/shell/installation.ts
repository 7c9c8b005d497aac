import { join } from 'node:path';

/** Where the app was started from, as Electron says it. */
export interface StartedApp {
  /** Whether it was built for users; else it runs from a checkout. */
  readonly isPackaged: boolean;
  /** Folder of the app's own code: the checkout, or `app.asar`. */
  readonly appPath: string;
  /** Folder of what ships beside the app's own code; used only where the app is packaged. */
  readonly resourcesPath: string;
  readonly platform: NodeJS.Platform;
}

/** Absolute paths of the parts that the shell puts to work. */
export interface Installation {
  readonly host: {
    /** The Node that runs it. */
    readonly node: string;
    /** The command line's entry. */
    readonly entry: string;
    /** Root of its code, laid out as in a checkout: `src-main`, `src-shared`, `resources`, `node_modules`. */
    readonly folder: string;
  };
  /** Folder of the studio's built page. */
  readonly page: string;
}

/**
 * The parts of this installation. A packaged app carries its Node and the host's sources beside `app.asar`, since a
 * plain Node cannot read inside one.
 */
export function locateInstallation({
  isPackaged,
  appPath,
  resourcesPath,
  platform,
}: StartedApp): Installation {
  const program = platform === 'win32' ? 'node.exe' : 'node';
  const nodeFolder = isPackaged ? join(resourcesPath, 'node/bin') : join(appPath, 'node_modules/node/bin');
  const folder = isPackaged ? join(resourcesPath, 'app-host') : appPath;
  return {
    host: { node: join(nodeFolder, program), entry: join(folder, 'src-main/cli/main.ts'), folder },
    page: join(appPath, 'out/renderer'),
  };
}
