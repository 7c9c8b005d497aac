import { ImageLoader, Loader, Texture } from 'three';
import { TGALoader } from 'three/examples/jsm/loaders/TGALoader.js';
import type { LostPictures } from '../lostPictures.ts';

/** Kinds that can be read where they are inside the file: what FBXLoader hands on and a browser knows, and TGA. */
const READABLE = /\.(png|jpe?g|bmp|webp|tga)$/i;

/** Reads the pictures inside an FBX for FBXLoader, fetches no others, and notes which cannot be had. */
export class FbxPictures extends Loader<Texture> {
  readonly #addresses = new Set<string>();
  readonly #missing = new Set<string>();
  /** Their names by their addresses. */
  readonly #unreadable = new Map<string, string>();
  readonly #reading: Promise<void>[] = [];

  /** @param url of a picture that is inside the file, or the name of another one */
  override load(url: string): Texture {
    const texture = new Texture();
    if (url.startsWith('blob:')) {
      this.#addresses.add(url);
      this.#reading.push(this.#read(url, texture));
    } else {
      const name = url.split('/').at(-1) ?? url;
      if (READABLE.test(name)) this.#missing.add(name);
      else this.#unreadable.set(url, name);
    }
    return texture;
  }

  /** Waits until all have been read, or cannot be. */
  async settle(): Promise<LostPictures> {
    await Promise.all(this.#reading);
    return { missing: [...this.#missing], unreadable: [...this.#unreadable.values()] };
  }

  /** Lets go what was kept for reading. */
  release(): void {
    for (const address of this.#addresses) URL.revokeObjectURL(address);
  }

  async #read(url: string, texture: Texture): Promise<void> {
    try {
      texture.image = await pictureAt(url);
    } catch {
      // The report names it.
      this.#unreadable.set(url, texture.name);
    }
  }
}

async function pictureAt(url: string): Promise<HTMLImageElement | HTMLCanvasElement> {
  const blob = await (await fetch(url)).blob();
  if (blob.type !== 'image/tga') return new ImageLoader().loadAsync(url);
  const { data, width = 0, height = 0 } = new TGALoader().parse(await blob.arrayBuffer());
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  const pixels = new ImageData(new Uint8ClampedArray(data ?? []), width, height);
  canvas.getContext('2d')?.putImageData(pixels, 0, 0);
  return canvas;
}
