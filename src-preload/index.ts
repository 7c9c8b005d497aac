import { contextBridge, ipcRenderer, webUtils } from 'electron';
import { SHELL_CHANNELS, type ShellBridge } from '#shared/bridge/index.ts';

/** Older runtimes put the path on the file itself and have no webUtils. */
function pathOfFile(file: unknown): string {
  if (!(file instanceof File)) return '';
  if (webUtils) return webUtils.getPathForFile(file);
  return 'path' in file && typeof file.path === 'string' ? file.path : '';
}

const bridge: ShellBridge = {
  platform: process.platform,
  hostAddress: () => ipcRenderer.invoke(SHELL_CHANNELS.hostAddress),
  openWorkspace: () => ipcRenderer.invoke(SHELL_CHANNELS.openWorkspace),
  chooseFolder: () => ipcRenderer.invoke(SHELL_CHANNELS.chooseFolder),
  pathOfFile,
};
contextBridge.exposeInMainWorld('mimesis', bridge);
