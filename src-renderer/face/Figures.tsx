import { useEffect, useState } from 'react';
import { performer } from '../performer/index.ts';
import { formatBytes, formatCount } from '../ui/index.ts';
import { takeDrawn, useFigures } from './figures.ts';
import { words } from './words.ts';

const INTERVAL_MS = 1000;

/** What the avatar's picture costs now. */
export function Figures() {
  const cost = useFigures((state) => state.cost);
  const [now, setNow] = useState({ pictures: 0, scriptMs: 0 });
  useEffect(() => {
    takeDrawn();
    const timer = setInterval(() => setNow(takeDrawn()), INTERVAL_MS);
    return () => clearInterval(timer);
  }, []);
  const { stats } = performer.rig;
  const rows: readonly (readonly [string, string])[] = [
    [words.figures.fps, String(now.pictures)],
    [words.figures.script, `${now.scriptMs.toFixed(2)} ms`],
    [words.now, words.level[stats.detail]],
    [words.figures.active, String(stats.activeTargets)],
    [words.figures.cache, `${Math.round(stats.cacheHitRate * 100)} %`],
    ...(cost === undefined
      ? []
      : ([
          [words.figures.drawCalls, String(cost.drawCalls)],
          [words.figures.triangles, formatCount(cost.triangles)],
          [words.figures.textures, formatBytes(cost.textureBytes)],
          [words.figures.morphs, formatBytes(cost.morphBytes)],
          [words.figures.loaded, `${Math.round(cost.loadMs)} ms`],
        ] as const)),
  ];
  return (
    <dl className="face-figures">
      {rows.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
