import loaderAddress from '@mediapipe/tasks-vision/vision_wasm_module_internal.js?url';
import wasmAddress from '@mediapipe/tasks-vision/vision_wasm_module_internal.wasm?url';

/** What goes wrong is thrown; the runtime's own lines tell how its graphs are built. */
const QUIET = { print: () => {}, printErr: () => {} };

type ModuleFactory = (settings: object) => Promise<object>;
type Instantiated = (instance: WebAssembly.Instance, module: WebAssembly.Module) => void;

/**
 * Loads MediaPipe's runtime. Its own way does not work here: it takes the module's factory from a global that each task
 * clears, and a module that has been imported does not set it again. The factory is set anew before each task instead,
 * and what is compiled is compiled once for all tasks.
 *
 * @returns what to do before each task is created; it gives the files that the task asks for, of which none is loaded
 */
export async function loadRuntime(): Promise<
  () => { readonly wasmLoaderPath: string; readonly wasmBinaryPath: string }
> {
  const [module, compiled] = await Promise.all([
    import(/* @vite-ignore */ new URL(loaderAddress, self.location.href).href) as Promise<{
      default: ModuleFactory;
    }>,
    WebAssembly.compileStreaming(fetch(new URL(wasmAddress, self.location.href))),
  ]);
  const instantiateWasm = (imports: WebAssembly.Imports, done: Instantiated): object => {
    void WebAssembly.instantiate(compiled, imports).then((instance) => done(instance, compiled));
    return {};
  };
  return () => {
    Object.assign(self, { ModuleFactory: module.default, Module: { ...QUIET, instantiateWasm } });
    return { wasmLoaderPath: '', wasmBinaryPath: wasmAddress };
  };
}
