import { ARKIT_BLENDSHAPE_COUNT } from '../../face/index.ts';
import type { CaptureFrame } from '../captureFrame.ts';
import { BLEND_COUNT, EXPRESSION_SHARES } from './blendNames.ts';

/**
 * Fills in the coefficients of a frame. Many senders tell coefficients and expressions of one face side by side, so of a
 * coefficient and what the expressions make of it (together 1 at most) the larger one counts.
 * @param weights `BLEND_COUNT` of them as sent
 */
export function fillBlendshapes(weights: Float32Array, frame: CaptureFrame): void {
  made.fill(0);
  for (let expression = 0; expression < EXPRESSION_SHARES.length; expression++) {
    const weight = weights[ARKIT_BLENDSHAPE_COUNT + expression] ?? 0;
    const shares = EXPRESSION_SHARES[expression];
    if (weight === 0 || !shares) continue;
    for (let i = 0; i < shares.length; i++) {
      const share = shares[i];
      if (share) made[share.coefficient] = (made[share.coefficient] ?? 0) + weight * share.weight;
    }
  }
  for (let i = 0; i < ARKIT_BLENDSHAPE_COUNT; i++) {
    const sent = weights[i] ?? 0;
    const byExpressions = Math.min(1, made[i] ?? 0);
    frame.blendshapes[i] = byExpressions > 0 ? Math.max(sent, byExpressions) : sent;
  }
}
const made = new Float32Array(ARKIT_BLENDSHAPE_COUNT);

export const createWeights = (): Float32Array => new Float32Array(BLEND_COUNT);
