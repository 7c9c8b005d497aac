import { JOINTS } from '#shared/body/index.ts';
import { channelsOfParts } from '#shared/capture/index.ts';
import {
  type Arming,
  type Calibration,
  type CaptureProtocol,
  RECORDED_PARTS,
  type RecordedPart,
} from '#shared/contract/index.ts';
import type { TakeSubject } from '#shared/formats/index.ts';

/** Somebody whose frames come. */
export interface RecordedPerson {
  readonly id: number;
  readonly protocol: CaptureProtocol;
  readonly deviceId: string;
  readonly name: string;
  /** As it stands; frames come without it. */
  readonly calibration: Calibration;
}

const HAS_HEAD_POSITION: ReadonlySet<CaptureProtocol> = new Set([
  'ifacialmocap',
  'facemotion3d',
  'vtube_studio',
  'webcam',
]);
const HAS_BODY: ReadonlySet<CaptureProtocol> = new Set(['vmc', 'webcam']);

/** What is recorded of a person; undefined where nothing is. Of whom the arming does not speak, everything is. */
export function armedParts(
  person: RecordedPerson,
  arming: Arming,
): Pick<TakeSubject, 'face' | 'hasHeadPosition' | 'body'> | undefined {
  const parts = partsOf(person, arming);
  const channels = channelsOfParts(parts);
  const hasBody = HAS_BODY.has(person.protocol) && parts.includes('body');
  if (channels.length === 0 && !hasBody) return undefined;
  return {
    face: channels.length > 0 ? { channels } : null,
    hasHeadPosition: HAS_HEAD_POSITION.has(person.protocol) && parts.includes('head'),
    body: hasBody ? { joints: JOINTS.map((joint) => joint.name) } : null,
  };
}

function partsOf({ protocol, deviceId, name }: RecordedPerson, arming: Arming): readonly RecordedPart[] {
  const entry = arming.find(
    (each) => each.protocol === protocol && each.deviceId === deviceId && each.subject === name,
  );
  return entry?.parts ?? RECORDED_PARTS;
}
