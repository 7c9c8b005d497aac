import type { OpenedTake } from '#shared/contract/index.ts';
import type { RecordedTake } from '#shared/formats/index.ts';
import { formatBytes } from '../ui/index.ts';
import { mediumOf } from './soundAndVideo/openMedia.ts';
import { words } from './words.ts';

/** What of a take is not there, in sentences; none for a take that is whole. */
export function missingOf(opened: OpenedTake, take: RecordedTake): string[] {
  const { report, end, media, subjects } = take;
  const { missing } = words;
  const sentences: string[] = [];
  if (!end) sentences.push(missing.noEnd);
  else if (end.reason !== 'stopped') sentences.push(missing.ended[end.reason]);
  const { lostBytes, reason } = report.tail;
  if (reason === 'torn') sentences.push(missing.torn(formatBytes(lostBytes)));
  if (reason === 'damaged') sentences.push(missing.damagedEnd(formatBytes(lostBytes)));
  if (report.damages.length > 0) {
    const lost = report.damages.reduce((sum, { lostChunks }) => sum + lostChunks, 0);
    sentences.push(missing.damaged(report.damages.length, lost));
  }
  if (report.unreadable > 0) sentences.push(missing.unreadable(report.unreadable));
  for (const { description, counts } of subjects) {
    if (counts.unreadable > 0) {
      sentences.push(missing.unreadableFrames(description.subject, counts.unreadable));
    }
  }
  for (const { description } of media) {
    if (!mediumOf(opened, take, description.kind)) sentences.push(missing.file(description.kind));
  }
  return sentences;
}
