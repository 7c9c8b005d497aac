import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { runInThisContext } from 'node:vm';
import { PixelCanvas, WebGL2Context, WebGLContext } from './pixelContext.ts';

const require = createRequire(import.meta.url);

/**
 * Gives this process the few browser globals that tasks-vision looks for, so that it runs without a browser.
 * Upstream supports browsers only: this fits version 0.10.35 exactly, and a worker checks itself against a golden
 * image before it trusts the result.
 *
 * @returns the paths of the runtime's loader and WebAssembly file
 */
export function installBrowserGlobals(): { wasmLoaderPath: string; wasmBinaryPath: string } {
  const wasmLoaderPath = require.resolve('@mediapipe/tasks-vision/vision_wasm_internal.js');
  const wasmBinaryPath = require.resolve('@mediapipe/tasks-vision/vision_wasm_internal.wasm');
  Object.assign(globalThis, {
    self: globalThis,
    WebGLRenderingContext: WebGLContext,
    WebGL2RenderingContext: WebGL2Context,
    OffscreenCanvas: PixelCanvas,
    // The loader is a classic script that expects CommonJS names.
    require,
    __filename: wasmLoaderPath,
    __dirname: new URL('.', `file://${wasmLoaderPath}`).pathname,
    importScripts: (path: string) => {
      runInThisContext(readFileSync(path, 'utf8'), { filename: path });
    },
  });
  return { wasmLoaderPath, wasmBinaryPath };
}
