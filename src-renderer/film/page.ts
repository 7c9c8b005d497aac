import { JOINT_COUNT, JOINTS } from '#shared/body/index.ts';
import { ARKIT_BLENDSHAPES, builtInPresets, compileMapping, PROFILE_TARGETS } from '#shared/face/index.ts';
import {
  createAvatarPose,
  createPerformanceFrame,
  type SampleClip,
  writeSamplePerformance,
} from '#shared/performance/index.ts';
import { LOCATION_STRIDE, Stage } from '../viewport/index.ts';
import type { Film, FilmedFrame } from './film.ts';

/** Pixels of the clips, square. */
const SIZE = 640;
/** A plain wall behind the avatar; the lines of the floor are not to be seen. */
const WALL = '#b4b0a8';
/** Further away than an animator looks at a face, so that a head that turns stays in the picture. */
const DISTANCE: Readonly<Record<SampleClip['framing'], number>> = { face: 0.95, hands: 1.02 };
/** Of the only avatar. */
const AVATAR = 1;

const canvas = new OffscreenCanvas(SIZE, SIZE);
const context = canvas.getContext('webgl2', { antialias: true, alpha: false, preserveDrawingBuffer: true });
if (!context) throw new Error('This browser offers no WebGL 2.');
const stage = new Stage(canvas, context, 'hands', false);
const pose = createAvatarPose();
const frame = createPerformanceFrame();
const places = new Float32Array(JOINT_COUNT * LOCATION_STRIDE);
const targets = PROFILE_TARGETS.cc4_extended;
const table = builtInPresets('mapping').find(({ from, to }) => from === 'arkit' && to === 'cc4_extended');
if (!table) throw new Error('No table leads from ARKit to CC4 Extended.');
const mapping = compileMapping(table, ARKIT_BLENDSHAPES, targets);

const film: Film = {
  async dress() {
    const bytes = await (await fetch('/avatar.glb')).arrayBuffer();
    stage.resize(SIZE, SIZE, 1);
    stage.paint({ background: WALL, lines: WALL });
    await stage.dress(AVATAR, bytes, {
      targets: targets.map((name) => [name]),
      bones: {
        joints: new Map(JOINTS.map(({ name }) => [name, name])),
        twists: { left: 'lowerarm_twist_01_l', right: 'lowerarm_twist_01_r' },
      },
    });
  },

  point(framing) {
    stage.move({ kind: 'show', view: framing });
    stage.move({ kind: 'approach', factor: 1 / DISTANCE[framing] });
    stage.move({ kind: 'arrive' });
  },

  async shoot(seconds): Promise<FilmedFrame> {
    writeSamplePerformance(seconds, frame);
    pose.weights.fill(0);
    mapping.apply(frame.blendshapes, pose.weights);
    pose.body.rotations.set(frame.body.rotations);
    pose.body.pelvis.set(frame.body.pelvis);
    stage.take(pose.buffer, AVATAR);
    stage.draw(seconds * 1000);
    stage.locate(places);
    return {
      png: await toBase64(await canvas.convertToBlob({ type: 'image/png' })),
      blendshapes: [...frame.blendshapes],
      rotations: [...frame.body.rotations],
      places: [...places],
    };
  },
};

async function toBase64(blob: Blob): Promise<string> {
  const bytes = new Uint8Array(await blob.arrayBuffer());
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return btoa(text);
}

Object.assign(window, { film });
