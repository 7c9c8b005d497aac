import { addPoints, type Points } from '../geometry/points.ts';
import { type Corners, neighboursOf } from '../geometry/topology.ts';
import { narrowMouthBag } from '../morphs/mouthBag.ts';
import { closeSlit } from '../morphs/slit.ts';
import { findSlits, LIPS_TOGETHER } from '../morphs/slits.ts';
import { readBase } from '../source/base.ts';
import { TargetStore } from '../source/targets.ts';
import { FEATURE_SHARES, macroShares, RACES, type Share } from './macro.ts';
import type { Person } from './person.ts';

/** Shapes the source's base mesh into the avatar's person. */
export function makePerson(folder: string): Person {
  const base = readBase(folder);
  const targets = new TargetStore(folder, base.vertexCount);
  const cached = remembering((name) => targets.read(name));
  const unit = remembering((name) =>
    blend(
      base.vertexCount,
      Object.entries(RACES).map(([race, share]): Share => [`expression/units/${race}/${name}`, share]),
      cached,
    ),
  );
  const positions = base.positions.slice();
  addPoints(positions, blend(base.vertexCount, [...macroShares(), ...FEATURE_SHARES], cached), 1);
  const body = base.quads.filter(({ group }) => group === 'body');
  const corners: Corners[] = base.quads.map(({ vertices }) => vertices);
  // The blend of several people leaves the lips up to 1 mm apart.
  addPoints(
    positions,
    closeSlit(findSlits({ base, body, unit }, positions).mouth, positions, LIPS_TOGETHER),
    1,
  );
  narrowMouthBag({ base, body }, positions);
  return { base, positions, body, neighbours: neighboursOf(corners, base.vertexCount), slider: cached, unit };
}

function blend(vertexCount: number, shares: readonly Share[], read: (name: string) => Points): Points {
  const sum = new Float64Array(vertexCount * 3);
  for (const [name, weight] of shares) addPoints(sum, read(name), weight);
  return sum;
}

function remembering(make: (name: string) => Points): (name: string) => Points {
  const known = new Map<string, Points>();
  return (name) => {
    const points = known.get(name) ?? make(name);
    known.set(name, points);
    return points;
  };
}
