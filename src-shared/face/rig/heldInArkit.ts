import { type ArkitShare, arkitSharesOf } from '../mapping/index.ts';
import type { FaceProfile } from '../profiles/index.ts';
import type { ManualControls } from './types.ts';

/**
 * Holds ARKit's coefficients by hand as an avatar's targets are held, by the names of the avatar's profile.
 * @param coefficients what holds them
 */
export function holdInArkit(
  profile: FaceProfile,
  coefficients: ManualControls,
): Omit<ManualControls, 'set'> & {
  set(target: string, value: number): void;
} {
  const shares = arkitSharesOf(profile);
  const held = new Map<string, number>();

  /** Holds the coefficients of a target at what all targets that are held say of them. */
  function follow(target: string): void {
    for (const { coefficient } of shares.get(target) ?? []) {
      const saying = [...held].flatMap(([each, value]) =>
        sharesIn(coefficient, shares.get(each)).map(({ share }) => share * value),
      );
      if (saying.length === 0) coefficients.release(coefficient);
      else
        coefficients.set(
          coefficient,
          saying.reduce((sum, part) => sum + part, 0),
        );
    }
  }

  return {
    set(target, value) {
      held.set(target, value);
      follow(target);
    },
    release(target) {
      if (held.delete(target)) follow(target);
    },
    releaseAll() {
      held.clear();
      coefficients.releaseAll();
    },
  };
}

const sharesIn = (coefficient: string, shares: readonly ArkitShare[] = []): readonly ArkitShare[] =>
  shares.filter((share) => share.coefficient === coefficient);
