import type { OpenedAvatar } from '#shared/contract/index.ts';
import { expectedTargets } from '#shared/face/index.ts';
import { Badge, type Tone } from '../ui/index.ts';
import type { LostPictures } from './lostPictures.ts';
import './importReport.css';
import { morphNamesOf } from './morphNames.ts';
import { words } from './words.ts';

const TONES: Readonly<Record<OpenedAvatar['face']['certainty'], Tone>> = {
  sure: 'good',
  unsure: 'warning',
  none: 'bad',
};

interface ImportReportProps {
  readonly opened: OpenedAvatar;
  /** Textures that were left out when the file was converted. */
  readonly lost: LostPictures | undefined;
}

/** What an avatar's file holds: its profile and how sure that is, what is missing, and what is of no known name. */
export function ImportReport({ opened, lost }: ImportReportProps) {
  const { face, skeleton, contents } = opened;
  const { missing: missingPictures = [], unreadable: unreadablePictures = [] } = lost ?? {};
  const isComplete = [face.missing, skeleton.missing, missingPictures, unreadablePictures].every(
    ({ length }) => length === 0,
  );
  const expected = expectedTargets(face.profile).length;
  const text = words.report;
  return (
    <div className="avatars-report">
      <dl>
        <dt>{text.face}</dt>
        <dd>
          {words.profiles[face.profile]}
          <Badge tone={TONES[face.certainty]}>{words.certainty[face.certainty]}</Badge>
        </dd>
        <dd>{text.targets(expected - face.missing.length, expected)}</dd>
        <dt>{text.bones}</dt>
        <dd>
          {skeleton.skeleton === null
            ? text.noSkeleton
            : text.bonesFound(text.skeletons[skeleton.skeleton], Object.keys(skeleton.bones).length)}
        </dd>
        <dt>{text.file}</dt>
        <dd>{text.morphTargets(morphNamesOf(opened).length, contents.meshes.length)}</dd>
        <dd>{text.geometry(contents.triangles, contents.vertices)}</dd>
        <dd>{text.memory(contents.textureBytes, contents.morphBytes)}</dd>
      </dl>
      {isComplete && <p>{text.complete}</p>}
      <Names
        title={text.missingPictures(missingPictures.length)}
        hint={text.missingPicturesHint}
        names={missingPictures}
        isOpen
      />
      <Names
        title={text.unreadablePictures(unreadablePictures.length)}
        hint={text.unreadablePicturesHint}
        names={unreadablePictures}
        isOpen
      />
      <Names title={text.missing(face.missing.length)} hint={text.missingHint} names={face.missing} isOpen />
      <Names title={text.missingJoints(skeleton.missing.length)} names={skeleton.missing} />
      <Names title={text.extra(face.extra.length)} names={face.extra} />
    </div>
  );
}

interface NamesProps {
  readonly title: string;
  readonly hint?: string;
  readonly names: readonly string[];
  readonly isOpen?: boolean;
}

/** A list of names that can be folded away; nothing where there are none. */
function Names({ title, hint, names, isOpen = false }: NamesProps) {
  if (names.length === 0) return null;
  return (
    <details open={isOpen}>
      <summary>{title}</summary>
      {hint !== undefined && <p>{hint}</p>}
      <div className="avatars-names">
        <ul>
          {[...new Set(names)].map((name) => (
            <li key={name}>{name}</li>
          ))}
        </ul>
      </div>
    </details>
  );
}
