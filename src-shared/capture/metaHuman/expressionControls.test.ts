import { describe, expect, it } from 'vitest';
import { ARKIT_BLENDSHAPES } from '../../face/index.ts';
import { clearExpressionControls } from './expressionControls.ts';

describe('face controls of MetaHuman', () => {
  const clear = clearExpressionControls();

  it('give back all coefficients but five', () => {
    const unclear = ARKIT_BLENDSHAPES.filter((name) => !clear.has(name));
    expect(unclear).toEqual(['mouthClose', 'mouthFunnel', 'mouthRollUpper', 'browInnerUp', 'tongueOut']);
  });

  it('are those that move with one coefficient alone', () => {
    expect(clear.get('jawForward')).toEqual(['CTRL_expressions_jawFwd']);
    expect(clear.get('eyeLookInLeft')).toEqual(['CTRL_expressions_eyeLookRightL']);
    expect(clear.get('mouthPressRight')).toEqual([
      'CTRL_expressions_mouthPressUR',
      'CTRL_expressions_mouthPressDR',
    ]);
    expect(clear.get('mouthPucker')).toHaveLength(4);
    const controls = [...clear.values()].flat();
    expect(new Set(controls).size).toBe(controls.length);
  });
});
