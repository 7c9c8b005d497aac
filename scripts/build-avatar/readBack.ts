import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { decode } from 'fast-png';
import { z } from 'zod';
import { locateModel } from '../../src-main/host/models/index.ts';
import { installBrowserGlobals } from '../../src-main/host/tracking/mediapipe/browserGlobals.ts';
import { type Camera, withFilmPage } from '../film/index.ts';
import { repositoryRoot } from '../testing/shared.ts';
import { AVATAR_FILE } from './check/decode.ts';
import { facing } from './sheet/poses.ts';

/**
 * Renders the avatar with each ARKit shape at full weight, lets MediaPipe's face landmarker read the picture, and prints
 * what it sees: the shape's own score, the same score of the neutral face, and the strongest other change. It shows
 * which targets of the avatar a tracker, and so a person, does not recognise.
 */
const { values } = parseArgs({
  options: {
    avatar: { type: 'string', default: AVATAR_FILE },
    table: { type: 'string', default: join(repositoryRoot, '../shared/reference/face/arkit-to-cc4.json') },
    only: { type: 'string' },
    /** Shows left and right shapes together, as most faces do. */
    'both-sides': { type: 'boolean', default: false },
  },
});

const tableSchema = z.object({
  arkit_to_cc: z.object({ EXT: z.record(z.string(), z.array(z.string())) }),
});
const SIZE = 640;
const FRONT: Camera = { view: 'face', distance: 1.2 };
/** Shapes that a face shows only together with others. */
const COMPANIONS: Readonly<Record<string, readonly string[]>> = {
  mouthClose: ['Jaw_Open'],
  tongueOut: ['Jaw_Open'],
};

type Scores = ReadonlyMap<string, number>;

async function faceReader(): Promise<(png: Buffer) => Scores> {
  const fileset = installBrowserGlobals();
  const vision = await import('@mediapipe/tasks-vision');
  const model = await locateModel('face_landmarker');
  if (model.kind !== 'found') throw new Error(model.remedy);
  const landmarker = await vision.FaceLandmarker.createFromOptions(fileset, {
    runningMode: 'IMAGE',
    baseOptions: { modelAssetBuffer: readFileSync(model.path), delegate: 'CPU' },
    numFaces: 1,
    outputFaceBlendshapes: true,
  });
  return (png) => {
    const { data, width, height } = decode(png);
    const image = { data: Uint8Array.from(data), width, height };
    const categories =
      landmarker.detect(image as unknown as Parameters<typeof landmarker.detect>[0]).faceBlendshapes[0]
        ?.categories ?? [];
    return new Map(categories.map(({ categoryName, score }) => [categoryName, score]));
  };
}

const table = tableSchema.parse(JSON.parse(readFileSync(values.table, 'utf8'))).arkit_to_cc.EXT;
const shapes = Object.entries(table).filter(([shape]) => !values.only || new RegExp(values.only).test(shape));
const read = await faceReader();

await withFilmPage(values.avatar, SIZE, async (film) => {
  await film.point(FRONT);
  const score = async (names: readonly string[]): Promise<Scores> =>
    read((await film.shoot(facing(...names))).png);
  const neutral = await score([]);
  const strongest = [...neutral].filter(([, value]) => value > 0.1).sort((a, b) => b[1] - a[1]);
  print(`neutral: ${strongest.map(([name, value]) => `${name} ${value.toFixed(2)}`).join(', ')}`);
  for (const [shape, targets] of shapes) {
    const mirrored = values['both-sides'] ? (table[opposite(shape)] ?? []) : [];
    const seen = await score([...targets, ...mirrored, ...(COMPANIONS[shape] ?? [])]);
    const [other, most] = [...seen]
      .filter(([name]) => name !== shape && name !== opposite(shape))
      .map(([name, value]): [string, number] => [name, value - (neutral.get(name) ?? 0)])
      .reduce((best, next) => (next[1] > best[1] ? next : best), ['', 0]);
    const own = seen.get(shape);
    const columns = [
      shape.padEnd(18),
      format(own),
      format(neutral.get(shape)),
      `${other} +${most.toFixed(2)}`,
    ];
    print(seen.size === 0 ? `${shape}: no face found` : columns.join('  '));
  }
});

/** The same shape of the other side; jaw and mouth moved sideways have none, they would cancel out. */
function opposite(shape: string): string {
  if (/^(jaw|mouth)(Left|Right)$/.test(shape)) return shape;
  return shape.endsWith('Left') ? shape.replace(/Left$/, 'Right') : shape.replace(/Right$/, 'Left');
}

function format(value: number | undefined): string {
  return value === undefined ? '   -' : value.toFixed(2);
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
