import { FileSearch } from 'lucide-react';
import type { JobView } from '#shared/contract/index.ts';
import { EmptyState } from '../../ui/index.ts';
import { openTrack, usePlayer } from '../playerStore.ts';
import { words } from '../words.ts';
import { Details } from './Details.tsx';
import './inspector.css';
import { Issues } from './Issues.tsx';
import { Coverage, Quality } from './Quality.tsx';
import { Section } from './Section.tsx';
import { ShownFrame } from './ShownFrame.tsx';

/** How well the open clip is tracked, what the shown frame holds, and what the clip is. */
export function Inspector() {
  const clip = usePlayer((state) => state.clip);
  const isOpening = usePlayer(({ error, jobId }) => jobId !== undefined && error === undefined);
  const track = usePlayer(openTrack);
  const { inspector } = words;
  return (
    <div className="player-inspector-body">
      {clip && (
        <div className="player-inspector">
          <Untracked job={clip.job} />
          {clip.track && <Quality report={clip.track.quality} />}
          {track && <ShownFrame track={track} />}
          {clip.track && <Issues codes={clip.track.quality.issues} />}
          {clip.track && <Coverage report={clip.track.quality} />}
          <Details clip={clip} />
        </div>
      )}
      {!clip && !isOpening && <EmptyState {...inspector.nothing} icon={<FileSearch />} />}
    </div>
  );
}

/** Why a clip has no track of its own. */
function Untracked({ job: { error, errorRemedy, status } }: { readonly job: JobView }) {
  if (status === 'done') return null;
  const { inspector } = words;
  if (error === null) return <p className="player-section player-quiet">{inspector.notTracked}</p>;
  return (
    <Section title={inspector.failed}>
      <p>{error}</p>
      {errorRemedy !== null && <p className="player-quiet">{errorRemedy}</p>}
    </Section>
  );
}
