import type { LandmarkSource } from '#shared/body/index.ts';
import {
  CAPTURE_CHANNELS,
  type CaptureFrame,
  FrameCalibrator,
  NO_CALIBRATION,
} from '#shared/capture/index.ts';
import type { RecordedSubject } from '#shared/formats/index.ts';
import { createCaptureSource } from '#shared/performance/index.ts';
import { type CurveSource, useCurveSource } from '../curves/curveSource.ts';
import { deck } from '../deck.ts';
import { useTakeSelection } from '../selection.ts';
import { subjectOf, useTake } from '../takeStore.ts';
import { type EditedColumns, TakeSampler } from './takeSampler.ts';

/**
 * The chosen subject of the open take as it is where the player stands, as what moves an avatar. Takes hold raw frames:
 * here, and here alone, they are calibrated as they were while they were recorded.
 */
export function createTakeSource(): LandmarkSource {
  const read = createFrameReader();
  const calibrator = new FrameCalibrator();
  let calibrated: RecordedSubject | undefined;
  return createCaptureSource((into) => {
    if (!read(into)) return false;
    const subject = subjectOf(useTake.getState(), useTakeSelection.getState().subject);
    if (subject !== calibrated) calibrator.begin(subject?.description.calibration ?? NO_CALIBRATION);
    calibrated = subject;
    calibrator.apply(into, deck.seconds);
    return true;
  });
}

/**
 * Reads the chosen subject, raw, where the player stands, for one reader.
 * @returns what writes the frame, and says whether it is another one than before; it takes no memory
 */
export function createFrameReader(): (into: CaptureFrame) => boolean {
  let subject: RecordedSubject | undefined;
  let source: CurveSource | undefined;
  let sampler: TakeSampler | undefined;
  let shown: number | undefined;
  return (into) => {
    const chosen = subjectOf(useTake.getState(), useTakeSelection.getState().subject);
    const edit = useCurveSource.getState().source;
    const { seconds } = deck;
    if (chosen === subject && edit === source && seconds === shown) return false;
    if (chosen !== subject) sampler = chosen && new TakeSampler(chosen);
    if (chosen !== subject || edit !== source) sampler?.edit(columnsOf(edit, chosen));
    subject = chosen;
    source = edit;
    shown = seconds;
    if (sampler) sampler.read(seconds, into);
    else into.faceFound = into.bodyFound = false;
    return true;
  };
}

function columnsOf(edit: CurveSource | undefined, subject: RecordedSubject | undefined): EditedColumns {
  if (!edit || edit.subject !== subject?.description.number) return [];
  return CAPTURE_CHANNELS.map((channel) => edit.edited(channel));
}
