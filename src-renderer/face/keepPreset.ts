import type { Preset, PresetKind } from '#shared/face/index.ts';
import { performer } from '../performer/index.ts';
import { settingsOf, useFace } from './faceStore.ts';

const TRANSITION_SECONDS = 0.6;
const MICRO_SECONDS = 0.4;

/**
 * What is set now as a preset document: the targets that are held by hand as an emotion or a micro-expression, or the
 * rig's settings. Undefined where nothing is held, or where a kind is not made that way.
 */
export function documentOf(kind: PresetKind, name: string): Preset | undefined {
  const { rig, manual } = settingsOf(useFace.getState());
  const head = { format: 'mimesis-preset', version: 1, name } as const;
  const isHolding = Object.values(manual).some((weight) => weight > 0) && performer.speaksCc4;
  switch (kind) {
    case 'rig':
      return { ...rig, name };
    case 'smoothing':
      return { ...head, kind, ...rig.smoothing };
    case 'emotion':
      return isHolding
        ? { ...head, kind, targets: manual, transitionSeconds: TRANSITION_SECONDS }
        : undefined;
    case 'micro_expression':
      return isHolding
        ? { ...head, kind, targets: manual, durationSeconds: MICRO_SECONDS, chance: 0, emotions: [] }
        : undefined;
    default:
      return undefined;
  }
}
