import { Menu, type MenuItemConstructorOptions } from 'electron';
import { HELP_PAGES } from './addresses.ts';
import { openOutside } from './security.ts';
import { words } from './words.ts';

export interface MenuActions {
  openWorkspace(): void;
  openRecent(folder: string): void;
  clearRecent(): void;
  showLog(): void;
}

const isMac = process.platform === 'darwin';

/** The native menu. Everything that each system knows comes by its role, with the system's words and shortcuts. */
export function installMenu(actions: MenuActions, recent: readonly string[]): void {
  const menu: MenuItemConstructorOptions[] = [
    fileMenu(actions, recent),
    { role: 'editMenu' },
    viewMenu,
    { role: 'windowMenu' },
    helpMenu(actions),
  ];
  Menu.setApplicationMenu(Menu.buildFromTemplate(isMac ? [{ role: 'appMenu' }, ...menu] : menu));
}

function fileMenu(actions: MenuActions, recent: readonly string[]): MenuItemConstructorOptions {
  const { file, openWorkspace, openRecent, clearRecent } = words.menu;
  return {
    label: file,
    submenu: [
      {
        id: 'open-workspace',
        label: openWorkspace,
        accelerator: 'CmdOrCtrl+O',
        click: () => actions.openWorkspace(),
      },
      {
        id: 'open-recent',
        label: openRecent,
        enabled: recent.length > 0,
        submenu: [
          ...recent.map((folder) => ({
            // A single & would mark a shortcut.
            label: folder.replaceAll('&', '&&'),
            click: () => actions.openRecent(folder),
          })),
          { type: 'separator' },
          { label: clearRecent, click: () => actions.clearRecent() },
        ],
      },
      { type: 'separator' },
      { role: isMac ? 'close' : 'quit' },
    ],
  };
}

const viewMenu: MenuItemConstructorOptions = {
  role: 'viewMenu',
  submenu: [
    { role: 'reload' },
    { type: 'separator' },
    { role: 'resetZoom' },
    { role: 'zoomIn' },
    { role: 'zoomOut' },
    { type: 'separator' },
    { role: 'togglefullscreen' },
    { role: 'toggleDevTools' },
  ],
};

function helpMenu(actions: MenuActions): MenuItemConstructorOptions {
  const { unreal, metahuman, showLog } = words.menu;
  return {
    role: 'help',
    submenu: [
      { label: unreal, click: () => openOutside(HELP_PAGES.unreal) },
      { label: metahuman, click: () => openOutside(HELP_PAGES.metahuman) },
      { type: 'separator' },
      { label: showLog, click: () => actions.showLog() },
      ...(isMac ? [] : [{ role: 'about' } as const]),
    ],
  };
}
