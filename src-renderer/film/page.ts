import { JOINT_COUNT, JOINTS } from '#shared/body/index.ts';
import { PROFILE_TARGETS } from '#shared/face/index.ts';
import { LOCATION_STRIDE, Stage } from '../viewport/index.ts';
import type { Film, Picture } from './film.ts';

/** A plain wall behind the avatar; the lines of the floor are not to be seen. */
const WALL = '#b4b0a8';
/** Of the only avatar. */
const AVATAR = 1;

const canvas = new OffscreenCanvas(1, 1);
const context = canvas.getContext('webgl2', { antialias: true, alpha: false, preserveDrawingBuffer: true });
if (!context) throw new Error('This browser offers no WebGL 2.');
const stage = new Stage(canvas, context, 'face', false);
const places = new Float32Array(JOINT_COUNT * LOCATION_STRIDE);

const film: Film = {
  async dress(size) {
    const bytes = await (await fetch('/avatar.glb')).arrayBuffer();
    stage.resize(size, size, 1);
    stage.paint({ background: WALL, lines: WALL });
    await stage.dress(AVATAR, bytes, {
      targets: PROFILE_TARGETS.cc4_extended.map((name) => [name]),
      bones: {
        joints: new Map(JOINTS.map(({ name }) => [name, name])),
        twists: { left: 'lowerarm_twist_01_l', right: 'lowerarm_twist_01_r' },
      },
    });
  },

  point({ view, distance, yaw = 0 }) {
    stage.move({ kind: 'show', view });
    stage.move({ kind: 'turn', yaw, pitch: 0 });
    stage.move({ kind: 'approach', factor: 1 / distance });
    stage.move({ kind: 'arrive' });
  },

  async shoot(pose): Promise<Picture> {
    stage.take(Float32Array.from(pose), AVATAR);
    stage.draw(performance.now());
    stage.locate(places);
    return { png: await toBase64(await canvas.convertToBlob({ type: 'image/png' })), places: [...places] };
  },
};

async function toBase64(blob: Blob): Promise<string> {
  const bytes = new Uint8Array(await blob.arrayBuffer());
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return btoa(text);
}

Object.assign(window, { film });
