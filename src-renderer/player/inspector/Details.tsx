import type { ClipView } from '#shared/contract/index.ts';
import { openTrack, usePlayer } from '../playerStore.ts';
import { words } from '../words.ts';
import { Facts } from './Facts.tsx';
import { Section } from './Section.tsx';

/** What is known of the clip's file and of how it was tracked. */
export function Details({ clip: { file, job, track, video } }: { readonly clip: ClipView }) {
  const header = usePlayer((state) => openTrack(state)?.header);
  const { inspector } = words;
  const models = header?.provider.models.map(({ name }) => name).join(', ');
  return (
    <Section title={inspector.details}>
      <Facts
        facts={[
          [inspector.file, job.filename],
          [inspector.size, video && inspector.pixelSize(video.width, video.height)],
          [inspector.rate, video && video.fps > 0 ? inspector.fps(video.fps) : null],
          [inspector.duration, video && inspector.seconds(video.durationSeconds, 2)],
          [inspector.frames, track && String(track.frames)],
          [inspector.codec, video?.codec ?? null],
          [inspector.tracker, track?.provider ?? null],
          [inspector.models, models ?? null],
          [inspector.location, file],
        ]}
      />
    </Section>
  );
}
