import { contextBridge } from 'electron';

/** What the studio may know of the window it runs in; in a browser it is absent. */
contextBridge.exposeInMainWorld('mimesis', {
  platform: process.platform,
  electronVersion: process.versions.electron,
});
