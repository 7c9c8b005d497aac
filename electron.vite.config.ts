import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';

const here = (path: string): string => resolve(import.meta.dirname, path);

// CommonJS for Node 18 and Chrome 114: the oldest Electron that the same app is tested on.
const commonJs = { format: 'cjs', entryFileNames: '[name].cjs' } as const;

export default defineConfig({
  main: {
    build: {
      target: 'node18',
      outDir: 'out/main',
      // Nothing is left to be found in node_modules: the installed app has none beside its windows' code.
      externalizeDeps: false,
      rolldownOptions: { input: here('src-main/shell/app.ts'), output: commonJs },
    },
  },
  preload: {
    build: {
      target: 'node18',
      outDir: 'out/preload',
      externalizeDeps: false,
      rolldownOptions: { input: here('src-preload/index.ts'), output: commonJs },
    },
  },
  renderer: {
    root: here('src-renderer'),
    plugins: [react()],
    build: {
      target: 'chrome114',
      outDir: here('out/renderer'),
      minify: true,
      rolldownOptions: { input: here('src-renderer/index.html') },
    },
  },
});
