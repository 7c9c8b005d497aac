import type { AskedPhone, CaptureProtocol, CaptureSocket, SubjectView } from '#shared/contract/index.ts';

const counted = (count: number): string => `${count} ${count === 1 ? 'packet' : 'packets'}`;

/** Clocks that differ by less are called equal: network delays are of this size. */
const EQUAL_CLOCKS_SECONDS = 0.05;

/** Every text of the devices' panel, in one place for translation. */
export const words = {
  title: 'Devices',
  arm: 'Arm capture',
  disarm: 'Disarm capture',
  live: 'Live',
  closed: 'No socket is open.',
  closedHint: 'Arm capture to receive faces from phones and programs on this network.',
  listening: (open: readonly Pick<CaptureSocket, 'protocol' | 'port'>[]): string => {
    const [first, ...others] = open;
    if (!first) return 'Nothing is listened to.';
    const rest = others.length === 0 ? '' : `, and ${others.length} more`;
    return `${words.protocols[first.protocol]} at UDP port ${first.port}${rest}.`;
  },
  open: (transport: CaptureSocket['transport'], address: string, port: number) =>
    `Open at ${transport.toUpperCase()} port ${port}${address === '0.0.0.0' ? '' : `, for this address only: ${address}`}.`,
  foreign: (count: number) => `${counted(count)} of another protocol or version.`,
  malformed: (count: number) => `${counted(count)} damaged.`,
  nobody: 'Nothing arrives yet',
  hints: {
    foreign: (protocol: string, port: number) =>
      `Something arrives at port ${port} that is not ${protocol}. Look at the mode of the app: Live Link Face must be in its ARKit mode.`,
    unanswered: (protocol: string, address: string) =>
      `${protocol} at ${address} does not answer. Is the app open, and is this the address that it shows?`,
    target: (addresses: readonly string[], port: number) =>
      addresses.length === 0
        ? 'This computer is in no network.'
        : `In Live Link Face, under Live Link, the target must be ${addresses.join(' or ')}, port ${port}.`,
    network: 'Phone and computer must be in the same network; guest networks often keep them apart.',
    firewall: (ports: readonly number[]) =>
      `The firewall of this computer must let UDP in at ${ports.join(', ')}.`,
    local: 'Only this computer is listened to.',
  },
  rate: (packets: number) => `${Math.round(packets)} packets/s`,
  from: (protocol: string, address: string) => `${protocol}, ${address}`,
  loss: (share: number) => `${(share * 100).toFixed(share > 0 && share < 0.1 ? 1 : 0)} % lost`,
  lossHint: 'Frames of the last 10 seconds that never came.',
  jitter: (seconds: number) => `jitter ${(seconds * 1000).toFixed(1)} ms`,
  jitterHint: 'How unevenly frames come. More than 8 ms is seen; a delay evens it out.',
  clock: (seconds: number) => {
    const apart = Math.abs(seconds);
    if (apart < EQUAL_CLOCKS_SECONDS) return 'clocks agree';
    if (apart >= 60) return 'clocks differ';
    return `clock ${apart.toFixed(2)} s ${seconds > 0 ? 'behind' : 'ahead'}`;
  },
  clockHint:
    'Its time of day beside that of this computer. Takes of several devices are easier to match where they agree.',
  show: (subject: string) => `Show ${subject} on the avatar`,
  status: {
    face: 'Face found',
    body: 'Body, no face',
    no_face: 'No face in view',
    lost: 'Silent',
  } satisfies Record<SubjectView['status'], string>,
  protocols: {
    live_link_face: 'Live Link Face',
    ifacialmocap: 'iFacialMocap',
    facemotion3d: 'Facemotion3d',
    vtube_studio: 'VTube Studio',
    vmc: 'VMC',
    arkit_data: 'ARKit data (JSON)',
  } satisfies Record<CaptureProtocol, string>,
  way: ({ protocol, transport }: Pick<AskedPhone, 'protocol' | 'transport'>) =>
    `${words.protocols[protocol]}${transport === 'tcp' ? ' over TCP' : ''}`,
  setup: 'Capture',
  thisComputer: 'This computer',
  networksHint: 'Phones in the same network send to:',
  noNetwork: 'This computer is in no network that a phone could reach.',
  timing: 'Timing',
  delay: 'Delay',
  delayHint:
    'Frames are held for so long, so that those which come late or out of order find their place. 0 shows each as it comes.',
  milliseconds: (count: number) => `${count} ms`,
  listenTo: 'Listen to',
  portOf: (protocol: string) => `UDP port of ${protocol}`,
  asked: 'Phones to ask',
  askedHint: 'Some apps send only once they are asked, at the address that they show.',
  askedApp: 'App',
  phoneAddress: 'Address of the phone',
  addressExample: '192.168.1.20',
  ask: 'Add',
  forget: (address: string) => `Remove ${address}`,
};
