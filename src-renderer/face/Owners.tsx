import { useEffect, useState } from 'react';
import { FACE_REGIONS, type FaceDriver } from '#shared/face/index.ts';
import { performer } from '../performer/index.ts';
import { words } from './words.ts';

const INTERVAL_MS = 200;
/** A driver with less than this of a region does not move it. */
const LEAST_SHARE = 0.02;

/** Which source moves which part of the face now, and how much of it. */
export function Owners() {
  const [owners, setOwners] = useState(readOwners);
  useEffect(() => {
    const timer = setInterval(() => {
      // Only what changes is rendered.
      setOwners((shown) => {
        const now = readOwners();
        return now.join() === shown.join() ? shown : now;
      });
    }, INTERVAL_MS);
    return () => clearInterval(timer);
  }, []);
  return (
    <section aria-label={words.owners}>
      <dl className="face-owners">
        {FACE_REGIONS.map((region, i) => (
          <div key={region}>
            <dt>{words.region[region]}</dt>
            <dd>{owners[i]}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function readOwners(): string[] {
  const { shares } = performer.rig;
  return FACE_REGIONS.map((_, region) => {
    const drivers = (Object.keys(shares) as FaceDriver[])
      .map((driver) => ({ driver, share: shares[driver][region] ?? 0 }))
      .filter(({ share }) => share >= LEAST_SHARE)
      .sort((a, b) => b.share - a.share);
    const [first, second] = drivers;
    if (!first) return words.nobody;
    if (!second) return words.driver[first.driver];
    return drivers
      .map(({ driver, share }) => `${words.driver[driver]} ${Math.round(share * 100)} %`)
      .join(', ');
  });
}
