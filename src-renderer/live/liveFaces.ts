import { CAPTURE_CHANNEL_COUNT, decodeFaceMessage } from '#shared/capture/index.ts';

/** The newest of a subject's face. */
interface LiveFace {
  readonly channels: Float32Array;
  /** Grows with every change. */
  version: number;
  /** False while the phone sees no face or is silent. */
  isThere: boolean;
}

/** The newest face of each subject, by its id. Kept outside React: they change with every frame. */
const faces = new Map<number, LiveFace>();
const scratch = new Float32Array(CAPTURE_CHANNEL_COUNT);

/** Takes a live message from the host; what is no face is passed over. */
export function takeFace(message: ArrayBuffer): void {
  const id = decodeFaceMessage(message, scratch);
  if (id === undefined) return;
  const face = faceFor(id);
  face.channels.set(scratch);
  face.version++;
  face.isThere = true;
}

/** Says that a subject sends no face any more; the next one that arrives shows it again. */
export function loseFace(id: number): void {
  const face = faces.get(id);
  if (!face?.isThere) return;
  face.isThere = false;
  face.version++;
}

/** Ids of the subjects that have ever sent a face. */
export function knownFaces(): Iterable<number> {
  return faces.keys();
}

/** The subject's newest channels, in the order of `CAPTURE_CHANNELS`; nothing while no face is seen. */
export function faceOf(id: number): Float32Array | undefined {
  const face = faces.get(id);
  return face?.isThere ? face.channels : undefined;
}

/** A number that changes whenever `faceOf` tells something new. */
export function faceVersion(id: number): number {
  return faces.get(id)?.version ?? 0;
}

function faceFor(id: number): LiveFace {
  let face = faces.get(id);
  if (!face) {
    face = { channels: new Float32Array(CAPTURE_CHANNEL_COUNT), version: 0, isThere: false };
    faces.set(id, face);
  }
  return face;
}
