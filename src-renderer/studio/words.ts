import type { JobStatus, SubjectView } from '#shared/contract/index.ts';

/** Every text of the studio, in one place for translation. */
export const words = {
  title: 'Mimesis Studio',
  loading: 'Opening the workspace…',
  empty: 'No clips yet. Track a video, a folder or a manifest, and they appear here.',
  drop: 'Let go to track these files.',
  reconnecting: 'The host does not answer. What it has finished is safe; trying again…',
  progressOf: (filename: string) => `Tracking of ${filename}`,
  capture: {
    title: 'Phones',
    arm: 'Arm capture',
    disarm: 'Disarm capture',
    closed: 'No socket is open.',
    listening: (address: string, port: number) =>
      `Open ${address === '0.0.0.0' ? 'to the local network' : `at ${address}`}: UDP port ${port}, Live Link Face.`,
    nobody: 'Nothing arrives yet. In Live Link Face, set this computer’s address and port as the target.',
    rate: (packets: number, address: string) => `${Math.round(packets)} packets/s from ${address}`,
    status: { face: 'Face found', no_face: 'No face in view', lost: 'Silent' } satisfies Record<
      SubjectView['status'],
      string
    >,
  },
  columns: { word: 'Word', file: 'File', state: 'State', frames: 'Frames', quality: 'Quality' },
  status: {
    queued: 'Waiting',
    processing: 'Tracking',
    done: 'Done',
    failed: 'Failed',
    missing_file: 'File missing',
  } satisfies Record<JobStatus, string>,
};
