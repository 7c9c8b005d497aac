import { z } from 'zod';
import { create } from 'zustand';

export const PARTS = ['face', 'hands', 'body'] as const;
export const RATES = [10, 15, 30, 60] as const;
export const BODY_MODELS = ['lite', 'full'] as const;
export const PROCESSORS = ['auto', 'cpu', 'gpu'] as const;

const isOn = z.boolean().catch(true);
const settingsSchema = z.object({
  /** What is tracked: the less, the faster. */
  parts: z.object({ face: isOn, hands: isOn, body: isOn }).catch({ face: true, hands: true, body: true }),
  bodyModel: z.enum(BODY_MODELS).catch('lite'),
  /** Pictures a second at most, so that the computer has time for other things. */
  fps: z.literal(RATES).catch(30),
  /** What computes; `auto` is the graphics card where there is one. */
  processor: z.enum(PROCESSORS).catch('auto'),
  hasPreview: isOn,
  /** Whether the preview is seen as in a mirror. What is tracked never is. */
  isMirrored: isOn,
});
export type CameraSettings = z.infer<typeof settingsSchema>;

const STORED_AS = 'mimesis.camera';

/** How the camera is tracked, kept for the next start. */
export const useCameraSettings = create<CameraSettings>(() => readSettings(localStorage.getItem(STORED_AS)));

export function changeCameraSettings(change: Partial<CameraSettings>): void {
  useCameraSettings.setState(change);
  localStorage.setItem(STORED_AS, JSON.stringify(useCameraSettings.getState()));
}

function readSettings(stored: string | null): CameraSettings {
  try {
    return settingsSchema.parse(JSON.parse(stored ?? '{}'));
  } catch {
    return settingsSchema.parse({});
  }
}
