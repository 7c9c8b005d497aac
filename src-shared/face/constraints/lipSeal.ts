import type { Pose } from '../layers/index.ts';
import type { Translator } from '../mapping/index.ts';

/** What parts the lips. While they are shut for speech, nothing of it is left. */
const OPENERS = [
  'Jaw_Open',
  'Jaw_Down',
  'Mouth_Close',
  'Mouth_Up_Upper_L',
  'Mouth_Up_Upper_R',
  'Mouth_Down_Lower_L',
  'Mouth_Down_Lower_R',
  'Mouth_Drop_Lower',
  'Mouth_Drop_Upper',
  'Mouth_Funnel_Up_L',
  'Mouth_Funnel_Up_R',
  'Mouth_Funnel_Down_L',
  'Mouth_Funnel_Down_R',
  'Mouth_Roll_Out_Upper_L',
  'Mouth_Roll_Out_Upper_R',
  'Mouth_Roll_Out_Lower_L',
  'Mouth_Roll_Out_Lower_R',
  'Mouth_Smile_Sharp_L',
  'Mouth_Smile_Sharp_R',
  'Tongue_Out',
  'Tongue_Extend',
  'V_Open',
  'V_Wide',
  'V_Tight_O',
  'V_Affricate',
  'V_Lip_Open',
  'V_Tongue_Out',
];

/**
 * Takes from a face what would part lips that speech holds shut.
 * @param closing targets that hold them shut: on some avatars they are the same that bring open lips together
 */
export function createLipSeal(
  translator: Translator,
  closing: ReadonlySet<number>,
): (pose: Pose, seal: number) => void {
  const parting = new Set(OPENERS.flatMap((name) => translator.targetsOf(name).map(({ index }) => index)));
  const openers = Uint16Array.from([...parting].filter((target) => !closing.has(target)));
  return ({ weights }, seal) => {
    if (seal <= 0) return;
    const kept = seal >= 1 ? 0 : 1 - seal;
    for (let i = 0; i < openers.length; i++) {
      const at = openers[i] ?? 0;
      weights[at] = (weights[at] ?? 0) * kept;
    }
  };
}
