import { words } from '../words.ts';
import { issueOf } from './issues.ts';
import { Section } from './Section.tsx';

const NOBODY = 'no_person_found';
const IS_MISSING = /_missing_\d+%$/;

/** What stands out in a track, and what to do about it. */
export function Issues({ codes }: { readonly codes: readonly string[] }) {
  const { inspector } = words;
  // Where there is nobody, nothing of them is there.
  const telling = codes.includes(NOBODY) ? codes.filter((code) => !IS_MISSING.test(code)) : codes;
  return (
    <Section title={inspector.issues}>
      {telling.length === 0 && <p className="player-quiet">{inspector.noIssues}</p>}
      <ul className="player-issues">
        {telling.map((code) => {
          const { advice, text } = issueOf(code);
          return (
            <li key={code}>
              <p>{text}</p>
              <p className="player-quiet">{advice}</p>
            </li>
          );
        })}
      </ul>
    </Section>
  );
}
