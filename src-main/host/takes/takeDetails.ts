import type { TakeDetails } from '#shared/contract/index.ts';
import { openTake } from './openTake.ts';

/** What the list does not tell of the take in a folder. Throws `invalid_take`, `io`. */
export async function readTakeDetails(folder: string): Promise<TakeDetails> {
  const { header, subjects, markers, end, report } = await openTake(folder, { withRows: false });
  const { origin } = header;
  return {
    subjects: subjects.map(({ description, counts, gaps, periodSeconds }) => ({
      subject: description.subject,
      protocol: description.protocol,
      deviceId: description.deviceId,
      hasFace: description.face !== null,
      hasBody: description.body !== null,
      frames: counts.frames,
      droppedFrames: counts.dropped,
      framesPerSecond: periodSeconds > 0 ? 1 / periodSeconds : 0,
      gaps: gaps.length,
      gapSeconds: gaps.reduce((sum, { fromSeconds, toSeconds }) => sum + toSeconds - fromSeconds, 0),
    })),
    markers: markers.length,
    endMessage: end?.message ?? '',
    origin: origin
      ? { file: origin.file, deviceModel: origin.deviceModel, appVersion: origin.appVersion }
      : null,
    damagedBytes: report.damages.reduce((sum, { fromByte, toByte }) => sum + toByte - fromByte, 0),
  };
}
