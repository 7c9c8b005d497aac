import { create } from 'zustand';
import type { Reached } from '#shared/capture/index.ts';
import { type ErrorInfo, type NeutralPose, toErrorInfo } from '#shared/contract/index.ts';
import { ask } from '../link/index.ts';

const COUNT_FROM = 3;
const COUNT_MS = 1000;

interface MeasuringState {
  readonly phase: 'idle' | 'counting' | 'neutral' | 'reach';
  /** Seconds until the neutral pose is looked at. */
  readonly count: number;
  /** Why the last measurement failed. */
  readonly problem: ErrorInfo | undefined;
}

const IDLE: MeasuringState = { phase: 'idle', count: 0, problem: undefined };

/** What is being measured of the face now. */
export const useMeasuring = create<MeasuringState>(() => IDLE);

/** Which measurement is wanted: another one, or none, makes those before it void. */
let wanted = 0;

/** Gives up what is being measured. */
export function stopMeasuring(): void {
  wanted += 1;
  useMeasuring.setState(IDLE);
}

/** Counts down and takes the neutral pose; undefined where it failed, which is said, or was given up. */
export function measureNeutralPose(subjectId: number): Promise<NeutralPose | undefined> {
  return measure(async (isWanted) => {
    for (let count = COUNT_FROM; count > 0 && isWanted(); count--) {
      useMeasuring.setState({ phase: 'counting', count });
      await new Promise((resolve) => setTimeout(resolve, COUNT_MS));
    }
    if (!isWanted()) return undefined;
    useMeasuring.setState({ phase: 'neutral' });
    return ask('calibration.measure_neutral', { subjectId });
  });
}

/** Looks how far each channel goes, from now on; undefined as above. */
export function measureReachNow(subjectId: number): Promise<Reached | undefined> {
  return measure(async () => {
    useMeasuring.setState({ phase: 'reach' });
    return ask('calibration.measure_reach', { subjectId });
  });
}

async function measure<Result>(
  work: (isWanted: () => boolean) => Promise<Result | undefined>,
): Promise<Result | undefined> {
  stopMeasuring();
  const own = wanted;
  const isWanted = (): boolean => own === wanted;
  try {
    const result = await work(isWanted);
    if (!isWanted()) return undefined;
    useMeasuring.setState(IDLE);
    return result;
  } catch (error) {
    if (isWanted()) useMeasuring.setState({ ...IDLE, problem: toErrorInfo(error) });
    return undefined;
  }
}
