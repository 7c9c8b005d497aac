import type { RgbaImage } from '../frame.ts';

const GL_RGBA = 0x1908;
const GL_UNSIGNED_BYTE = 0x1401;
/** VENDOR, RENDERER, VERSION, SHADING_LANGUAGE_VERSION: an empty answer to any of them fails the context's start. */
const GL_STRINGS = new Map([
  [0x1f00, 'none'],
  [0x1f01, 'none'],
  [0x1f02, 'WebGL 2.0'],
  [0x8b8c, 'WebGL GLSL ES 3.00'],
]);
const GL_FRAMEBUFFER_STATUS_COMPLETE = 0x8cd5;

/**
 * The part of WebGL 2 that the CPU delegate needs: an image goes up with `texImage2D` and the same pixels come back
 * from `readPixels`. Everything else is answered with "nothing happened", since nothing is drawn.
 */
class PixelContext {
  #image: RgbaImage | undefined;

  texImage2D(...args: readonly unknown[]): void {
    const source = args[5];
    if (args.length === 6 && isRgbaImage(source)) this.#image = source;
  }

  readPixels(
    _x: number,
    _y: number,
    width: number,
    height: number,
    format: number,
    type: number,
    target: Uint8Array,
    offset = 0,
  ): void {
    const image = this.#image;
    if (
      !image ||
      image.width !== width ||
      image.height !== height ||
      format !== GL_RGBA ||
      type !== GL_UNSIGNED_BYTE
    ) {
      throw new Error(`readback of ${width}x${height} does not match the uploaded image`);
    }
    target.set(image.data, offset);
  }

  getParameter(name: number): unknown {
    return GL_STRINGS.get(name) ?? 0;
  }

  checkFramebufferStatus(): number {
    return GL_FRAMEBUFFER_STATUS_COMPLETE;
  }

  getSupportedExtensions(): string[] {
    return [];
  }

  getContextAttributes(): Record<string, boolean> {
    return {};
  }

  getError(): number {
    return 0;
  }
}

function isRgbaImage(value: unknown): value is RgbaImage {
  return typeof value === 'object' && value !== null && 'data' in value && value.data instanceof Uint8Array;
}

/** Objects that WebGL hands out (textures, buffers): the runtime only stores and returns them. */
const handleMakers = /^create[A-Z]/;
/** Constants, and state that Emscripten keeps on the context itself and must find undefined before it wrote it. */
const notAFunction = /^(current)?[A-Z]/;

function createPixelContext(): object {
  const context = new PixelContext();
  const answers = new Map<PropertyKey, unknown>();
  return new Proxy(Object.create(WebGL2Context.prototype), {
    get(_target, name) {
      if (answers.has(name)) return answers.get(name);
      if (typeof name === 'symbol' || notAFunction.test(name)) return undefined;
      const own: unknown = Reflect.get(context, name);
      const answer =
        typeof own === 'function'
          ? own.bind(context)
          : handleMakers.test(name)
            ? () => ({})
            : () => undefined;
      answers.set(name, answer);
      return answer;
    },
    set(_target, name, value) {
      answers.set(name, value);
      return true;
    },
  });
}

export class WebGLContext {}
export class WebGL2Context {}

/** Stands in for the browser's class of the same name; one canvas belongs to one landmarker. */
export class PixelCanvas {
  width: number;
  height: number;
  readonly #context = createPixelContext();

  constructor(width: number, height: number) {
    this.width = width;
    this.height = height;
  }

  getContext(kind: string): object | null {
    return kind === 'webgl2' ? this.#context : null;
  }

  addEventListener(): void {}
  removeEventListener(): void {}
}
