import { closeSync, openSync, readSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { Points } from '../geometry/points.ts';
import { readJson } from './threeJson.ts';

/** A stored step is this many decimetres. */
const STEP = 0.001;
const PREFIX = 'data/targets/';
const SUFFIX = '.target';

/**
 * MakeHuman's modelling targets: displacements of all base vertices, in decimetres.
 * The file holds one row of little-endian Int16 a target, in the order of the names sorted by code unit.
 */
export class TargetStore {
  readonly #file: number;
  readonly #rows: ReadonlyMap<string, number>;
  readonly #rowLength: number;

  constructor(folder: string, vertexCount: number) {
    const list = readJson(
      join(folder, 'src/json/targets/target-list.json'),
      z.object({ targets: z.record(z.string(), z.unknown()) }),
    );
    const names = Object.keys(list.targets).sort();
    this.#rows = new Map(names.map((name, row) => [name.slice(PREFIX.length, -SUFFIX.length), row]));
    this.#rowLength = vertexCount * 3;
    this.#file = openSync(join(folder, 'public/data/targets/targets.bin'), 'r');
  }

  /** The displacements of a target such as `nose/nose-hump-lesshump`; throws for a name that the package lacks. */
  read(name: string): Points {
    const row = this.#rows.get(name);
    if (row === undefined) throw new Error(`no target named ${name}`);
    const bytes = Buffer.alloc(this.#rowLength * 2);
    readSync(this.#file, bytes, 0, bytes.length, row * bytes.length);
    return Float64Array.from({ length: this.#rowLength }, (_, i) => bytes.readInt16LE(i * 2) * STEP);
  }

  close(): void {
    closeSync(this.#file);
  }
}
