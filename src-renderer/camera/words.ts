import type { Processor } from './tracker/messages.ts';

/** Every text of tracking by camera, in one place for translation. */
export const words = {
  title: 'Camera',
  hint: 'A performer before a camera of this computer: face, hands and body. Pictures do not leave this window; only what is found in them does.',
  camera: 'Camera to track',
  /** Of a camera without a name. */
  unnamed: 'Camera',
  parts: 'Track',
  part: { face: 'Face', hands: 'Hands', body: 'Body' },
  bodyModel: 'Body model',
  bodyModels: { lite: 'Fast', full: 'Accurate' },
  rate: 'At most',
  rates: (fps: number) => `${fps} pictures/s`,
  processor: 'Computed by',
  processors: { auto: 'Automatic', cpu: 'Processor', gpu: 'Graphics card' },
  preview: 'Preview',
  mirrored: 'Mirrored',
  previewOf: 'Picture of the camera, with what is found in it',
  waiting: 'The camera is opened when capture is armed.',
  nothing: 'Choose what is to be tracked.',
  starting: 'The camera is being opened…',
  figures: (fps: number, milliseconds: number, processor: Processor) =>
    `${fps.toFixed(fps < 10 ? 1 : 0)} pictures/s, ${Math.round(milliseconds)} ms each by the ${
      processor === 'gpu' ? 'graphics card' : 'processor'
    }`,
  lost: 'The camera does not send any more.',
  lostRemedy: 'Connect it again: tracking goes on by itself.',
  broken: 'Tracking broke off.',
  brokenRemedy:
    'It is started again by itself. Where it breaks off again, track less, or let the processor compute.',
  noModel: (parts: readonly string[]) =>
    `Not tracked, since the model is not installed: ${parts.join(', ')}. Set-up ("npm start" in a checkout) says how to get it.`,
};
