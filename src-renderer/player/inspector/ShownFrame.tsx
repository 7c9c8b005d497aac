import { CHANNEL_NAMES, type ChannelName, PRESENCES } from '#shared/body/index.ts';
import { channelTrackOf, type Track } from '#shared/formats/index.ts';
import { Meter } from '../../ui/index.ts';
import { ChannelDot } from '../ChannelDot.tsx';
import { words } from '../words.ts';
import { Facts } from './Facts.tsx';
import { Section } from './Section.tsx';
import { useShownFrame } from './useShownFrame.ts';

/** What the track says of the frame that is shown. */
export function ShownFrame({ track }: { readonly track: Track }) {
  const frame = Math.min(useShownFrame(), track.frames - 1);
  const { inspector } = words;
  if (frame < 0) return null;
  return (
    <Section title={inspector.frame}>
      <Facts
        facts={[
          [inspector.index, String(frame)],
          [inspector.time, inspector.seconds(track.times[frame] ?? 0)],
        ]}
      />
      {CHANNEL_NAMES.map((name) => (
        <Channel key={name} name={name} track={track} frame={frame} />
      ))}
    </Section>
  );
}

interface ChannelProps {
  readonly name: ChannelName;
  readonly track: Track;
  readonly frame: number;
}

function Channel({ name, track, frame }: ChannelProps) {
  const { clamped, confidence, gated, presence } = channelTrackOf(track, name);
  const { inspector } = words;
  const state = PRESENCES[presence[frame] ?? 0] ?? 'absent';
  const flags = [
    inspector.presences[state],
    ...(gated[frame] === 1 ? [inspector.gated] : []),
    ...(clamped[frame] === 1 ? [inspector.clamped] : []),
  ];
  const value = confidence[frame] ?? 0;
  return (
    <div className="player-measure">
      <span className="player-channel">
        <ChannelDot name={name} isOn={state !== 'absent'} />
        {words.channels[name]}
      </span>
      <Meter label={inspector.confidence(name)} value={value} />
      <span className="player-number">{value.toFixed(2)}</span>
      <span className="player-state">{flags.join(', ')}</span>
    </div>
  );
}
