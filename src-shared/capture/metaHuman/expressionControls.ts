import { ARKIT_BLENDSHAPES, builtInPresets } from '../../face/index.ts';

/** A control moves fully with a coefficient from this weight on; the mapping has 0.9976 and 0.9986 for 1. */
const FULL_WEIGHT = 0.99;
/** Its one control of its own, browLateral, frowns too where a face is solved and not posed. */
const UNCLEAR = 'browInnerUp';

/**
 * The coefficients that face controls of MetaHuman (CTRL_expressions_…) give back clearly, each with the controls whose
 * mean it is: those that the mapping from ARKit to MetaHuman moves fully with this coefficient and with no other. Five
 * have none: browInnerUp, mouthClose, mouthFunnel, mouthRollUpper, tongueOut.
 */
export function clearExpressionControls(): ReadonlyMap<string, readonly string[]> {
  const mapping = builtInPresets('mapping').find(({ from, to }) => from === 'arkit' && to === 'metahuman');
  const table = mapping?.controls ?? {};
  const usersOf = new Map<string, number>();
  for (const control of Object.values(table).flatMap((targets) => Object.keys(targets)))
    usersOf.set(control, (usersOf.get(control) ?? 0) + 1);
  const clear = ARKIT_BLENDSHAPES.filter((coefficient) => coefficient !== UNCLEAR).map((coefficient) => {
    const own = Object.entries(table[coefficient] ?? {}).filter(
      ([control, weight]) => weight >= FULL_WEIGHT && usersOf.get(control) === 1,
    );
    return [coefficient, own.map(([control]) => control)] as const;
  });
  return new Map(clear.filter(([, controls]) => controls.length > 0));
}
