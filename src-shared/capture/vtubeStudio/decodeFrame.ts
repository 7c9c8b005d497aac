import { z } from 'zod';
import { setRotation } from '../arkitAngles.ts';
import { BLENDSHAPE_SPELLINGS } from '../blendshapeSpellings.ts';
import type { CaptureFrame } from '../captureFrame.ts';
import { beginsLikeObject, readJson } from '../jsonPacket.ts';
import { setNameless } from '../namelessFrame.ts';
import type { PacketDecoder } from '../packetDecoder.ts';
import { MILLISECONDS, POSITION_UNITS } from './units.ts';

/** Longest frame taken; a true one has about 3000 bytes. */
const MAX_FRAME_BYTES = 16_384;

const vectorSchema = z.object({ x: z.float32(), y: z.float32(), z: z.float32().default(0) });
const noTurn = { x: 0, y: 0, z: 0 };

/** As much of a frame as is read; what else is in it is passed over, for the vendor adds to it. */
const messageSchema = z.object({
  FaceFound: z.boolean(),
  Timestamp: z.number().optional(),
  Rotation: vectorSchema.default(noTurn),
  EyeLeft: vectorSchema.default(noTurn),
  EyeRight: vectorSchema.default(noTurn),
  Position: vectorSchema.optional(),
  BlendShapes: z.array(z.object({ k: z.string(), v: z.float32() })).default([]),
});
type Message = z.output<typeof messageSchema>;

/**
 * Reads a frame of VTube Studio on a phone (MeowFace on Android sends the same): JSON with `FaceFound`, turns in degrees
 * (see arkitAngles.ts), and coefficients 0..1 by name, some Android versions in the spelling of iFacialMocap. Where the
 * head is comes in hundredths of a metre from where it was when the app was calibrated, in the axes of
 * `CaptureFrame.headPosition`: assumed from the range that readers give it (±15) and from VBridger's presets.
 * Source: github:DenchiSoft/VTubeStudioBlendshapeUDPReceiverTest, VTubeStudioRawTrackingData.cs.
 *
 * The JSON is parsed as a whole: some 13 microseconds a frame, measured, a tenth of them for the schema.
 */
export const decodeVtubeStudio: PacketDecoder = (packet, frame) => {
  if (!beginsLikeObject(packet)) return 'foreign';
  if (packet.length > MAX_FRAME_BYTES) return 'malformed';
  const json = readJson(packet);
  if (typeof json !== 'object' || json === null) return 'malformed';
  if (!('FaceFound' in json)) return 'foreign';
  const { data } = messageSchema.safeParse(json);
  if (!data) return 'malformed';
  setNameless(frame, data.FaceFound);
  if (!data.FaceFound) return 'alive';
  setFace(frame, data);
  return 'frame';
};

function setFace(frame: CaptureFrame, message: Message): void {
  frame.isTimed = message.Timestamp !== undefined;
  frame.timeSeconds = (message.Timestamp ?? 0) / MILLISECONDS;
  frame.blendshapes.fill(0);
  for (const { k, v } of message.BlendShapes) {
    const index = BLENDSHAPE_SPELLINGS.get(k);
    if (index !== undefined) frame.blendshapes[index] = v;
  }
  setRotation(frame.head, message.Rotation.x, message.Rotation.y, message.Rotation.z);
  setRotation(frame.leftEye, message.EyeLeft.x, message.EyeLeft.y, message.EyeLeft.z);
  setRotation(frame.rightEye, message.EyeRight.x, message.EyeRight.y, message.EyeRight.z);
  if (!message.Position) return;
  frame.hasHeadPosition = true;
  frame.headPosition[0] = message.Position.x / POSITION_UNITS;
  frame.headPosition[1] = message.Position.y / POSITION_UNITS;
  frame.headPosition[2] = message.Position.z / POSITION_UNITS;
}
