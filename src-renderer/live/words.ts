import {
  type AskedPhone,
  type CaptureProtocol,
  type CaptureSocket,
  type MetaHumanView,
  REMOTE_PORT,
  type RemoteView,
  type SubjectView,
  type ThermalState,
} from '#shared/contract/index.ts';

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
    malformed: (protocol: string, port: number) =>
      `Packets of ${protocol} arrive damaged at port ${port}. Another program may send there too, or the app may be newer than what this version reads.`,
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
  rate: (count: number, what: 'packets' | 'pictures') => `${Math.round(count)} ${what}/s`,
  from: (protocol: string, address: string) => (address === '' ? protocol : `${protocol}, ${address}`),
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
    webcam: 'Camera',
  } satisfies Record<CaptureProtocol, string>,
  way: ({ protocol, transport }: Pick<AskedPhone, 'protocol' | 'transport'>) =>
    `${words.protocols[protocol]}${transport === 'tcp' ? ' over TCP' : ''}`,
  setup: 'Capture',
  thisComputer: 'This computer',
  networks: 'Addresses of this computer',
  networksHint: 'Phones in the same network send to:',
  noNetwork: 'This computer is in no network that a phone could reach.',
  qrCode: (place: string) => `QR code of ${place}`,
  qrHint: (place: string) =>
    `The phone's camera reads ${place} from the code: copy the address into the app, and the port of Live Link Face.`,
  remote: {
    title: (address: string) => `Remote of ${address}`,
    status: {
      asked: 'Asked',
      answers: 'Answers',
      background: 'In the background',
      silent: 'Does not answer',
    } satisfies Record<RemoteView['status'], string>,
    battery: (charge: number) => `Battery ${Math.round(charge * 100)} %`,
    heat: {
      nominal: 'Cool',
      fair: 'Warm',
      serious: 'Hot: it may slow down',
      critical: 'Too hot: it slows down',
    } satisfies Record<ThermalState, string>,
    recording: 'Recording',
    silentHint:
      'Is Live Link Face open, with its OSC listener on, and is this the address and port that it shows? The firewall of this computer must let its answers in.',
    backgroundHint: 'Live Link Face is not at the front of the phone: it does not track now.',
    setup: 'Remote control of Live Link Face',
    setupHint:
      "Shows battery and heat, and lets the phone record with the studio, under the same slate and take. In the app's settings, under OSC, switch the listener on.",
    recordsToo: (place: string) => `${place} records too`,
    address: 'Address of the phone to control',
    addressExample: `192.168.1.20:${REMOTE_PORT}`,
    add: 'Add phone',
    answerPort: 'UDP port for answers',
  },
  metaHuman: {
    setup: 'MetaHuman mode (experimental)',
    hint: "Live Link Face's newer mode. What is documented of it is done; it was never tried with a phone. Prefer the ARKit mode.",
    switchOn: 'Ask phones in MetaHuman mode',
    status: { connecting: 'Connecting.', streaming: 'Sends frames.' } satisfies Record<
      MetaHumanView['status'],
      string
    >,
    address: 'Address of the phone in MetaHuman mode',
    add: 'Add phone',
    streamPort: 'UDP port for frames',
  },
  recording: 'Recording',
  armed: 'Who and what is recorded',
  timing: 'Timing',
  sendOn: 'Send on to',
  delay: 'Delay',
  delayHint:
    'Frames are held for so long, so that those which come late or out of order find their place. 0 shows each as it comes.',
  smoothing: 'Smoothing',
  smoothingHint:
    'Of the avatar’s face, and of what is sent of it; “none” shows each value as it comes. Faces in takes, in the bars under Devices and of phones that are sent on are never smoothed.',
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
