import type { SubjectView } from '#shared/contract/index.ts';

/** Every text of the phones' panel, in one place for translation. */
export const words = {
  title: 'Phones',
  arm: 'Arm capture',
  disarm: 'Disarm capture',
  live: 'Live',
  closed: 'No socket is open.',
  closedHint: 'Arm capture to receive Live Link Face from phones on this network.',
  listening: (address: string, port: number) =>
    `Open ${address === '0.0.0.0' ? 'to the local network' : `at ${address}`}: UDP port ${port}, Live Link Face.`,
  nobody: 'Nothing arrives yet',
  nobodyHint: (address: string, port: number) =>
    address === '0.0.0.0'
      ? `In Live Link Face, under Live Link, add this computer’s address in your network and port ${port} as a target.`
      : `In Live Link Face, under Live Link, add ${address} and port ${port} as a target.`,
  rejected: (count: number) =>
    `${count} ${count === 1 ? 'packet' : 'packets'} of another protocol or version refused.`,
  rate: (packets: number) => `${Math.round(packets)} packets/s`,
  from: (address: string) => `from ${address}`,
  show: (subject: string) => `Show ${subject} on the avatar`,
  status: { face: 'Face found', no_face: 'No face in view', lost: 'Silent' } satisfies Record<
    SubjectView['status'],
    string
  >,
};
