import { HAND_SHAPES, type HandShapeName, type Side } from '#shared/body/index.ts';
import { type ArmHold, standing } from './poses.ts';
import type { Shot } from './shots.ts';

/** Side by side before the chest, the forearms upright. */
const SHOWN = { wrist: [0.12, 1.29, 0.12], fingers: [0, 1, 0] } as const;
/** Sides of both hands that are shown to the camera. */
const SIDES_SHOWN: Readonly<Record<string, ArmHold>> = {
  palms: { ...SHOWN, palm: [0, 0, 1] },
  backs: { ...SHOWN, palm: [0, 0, -1] },
  thumbs: { ...SHOWN, palm: [-1, 0, 0] },
};

const ARMS: Readonly<Record<string, ArmHold | Readonly<Record<Side, ArmHold>>>> = {
  'arms raised': { wrist: [0.28, 1.87, 0.06], fingers: [0, 1, 0], palm: [0, 0, 1], elbow: [1, 0, 0.3] },
  'arms forward': { wrist: [0.2, 1.34, 0.5], fingers: [0, 0, 1], palm: [-1, 0, 0] },
  'arms crossed': {
    left: { wrist: [-0.08, 1.2, 0.22], fingers: [-1, 0.3, -0.1], palm: [0, 0, -1] },
    right: { wrist: [-0.08, 1.24, 0.3], fingers: [-1, 0.3, -0.1], palm: [0, 0, -1] },
  },
  'hand to face': { wrist: [0.15, 1.4, 0.2], fingers: [-0.3, 1, 0], palm: [-0.6, 0, -0.8] },
  'arms down': { wrist: [0.24, 0.875, 0.05], fingers: [0.05, -1, 0.12], palm: [-1, 0, 0] },
  'arms out': { wrist: [0.69, 1.388, 0], fingers: [1, 0, 0], palm: [0, -1, 0], elbow: [0, -0.5, -1] },
};

/** Every hand shape, both hands from close by, from three sides. */
export function handShots(): Shot[] {
  return (Object.keys(HAND_SHAPES) as HandShapeName[]).flatMap((shape) =>
    Object.entries(SIDES_SHOWN).map(([side, hold]) => ({
      label: `hand ${shape}, ${side}`,
      camera: { view: 'hands', distance: 0.48 },
      pose: standing(hold, shape),
    })),
  );
}

/** Where shoulders, elbows and wrists bend most, from the front and from the side. */
export function armShots(): Shot[] {
  return Object.entries(ARMS).flatMap(([label, arms]) => {
    const pose = standing(arms, 'flat');
    return [
      { label, camera: { view: 'bust', distance: 2.4 }, pose },
      { label: `${label}, side`, camera: { view: 'bust', distance: 2.4, yaw: 0.9 }, pose },
    ];
  });
}
