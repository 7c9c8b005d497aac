import { CHANNEL_NAMES, QUALITY_PARTS, QUALITY_WEIGHTS, type QualityReport } from '#shared/body/index.ts';
import { Meter } from '../../ui/index.ts';
import { ChannelDot } from '../ChannelDot.tsx';
import { words } from '../words.ts';
import { Facts } from './Facts.tsx';
import { Section } from './Section.tsx';

const percent = (share: number): string => `${Math.round(share * 100)} %`;

interface ReportProps {
  readonly report: QualityReport;
}

/** How good a track is, and what that is made of. */
export function Quality({ report }: ReportProps) {
  const { inspector } = words;
  return (
    <Section title={inspector.quality}>
      <p className="player-score">
        <span className="ui-visually-hidden">{inspector.score}: </span>
        {report.score.toFixed(2)}
      </p>
      {QUALITY_PARTS.map((name) => (
        <div key={name} className="player-measure">
          <span>{inspector.parts[name]}</span>
          <Meter label={inspector.parts[name]} value={report[name]} />
          <span className="player-number">{percent(report[name])}</span>
          <span className="player-weight">{inspector.weight(QUALITY_WEIGHTS[name])}</span>
        </div>
      ))}
    </Section>
  );
}

/** How much of the clip each channel was tracked in, and how calmly. */
export function Coverage({ report }: ReportProps) {
  const { inspector } = words;
  return (
    <Section title={inspector.presence}>
      {CHANNEL_NAMES.map((name) => (
        <div key={name} className="player-measure">
          <span className="player-channel">
            <ChannelDot name={name} />
            {words.channels[name]}
          </span>
          <Meter label={words.channels[name]} value={report.presence[name]} />
          <span className="player-number">{percent(report.presence[name])}</span>
        </div>
      ))}
      <Facts
        facts={[
          [inspector.jitter, report.jitter_sw === null ? null : inspector.jitterOf(report.jitter_sw)],
          [
            inspector.shoulders,
            report.shoulder_width_px === null ? null : inspector.pixels(report.shoulder_width_px),
          ],
        ]}
      />
    </Section>
  );
}
