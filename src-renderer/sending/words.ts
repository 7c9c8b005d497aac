import type { Destination, SendingProtocol } from '#shared/contract/index.ts';

/** Every text of sending on, in one place for translation. */
export const words = {
  hint: 'Unreal, Unity and tools for virtual performers then see this studio as a phone.',
  protocols: { live_link_face: 'Live Link Face', vmc: 'VMC' } satisfies Record<SendingProtocol, string>,
  what: {
    performance: 'What the avatar shows',
    subjects: 'Each phone that is heard',
  } satisfies Record<Destination['what'], string>,
  place: ({ address, port }: Pick<Destination, 'address' | 'port'>) => `${address}:${port}`,
  sent: ({ what, subject, framesPerSecond }: Destination, isNamed: boolean): string =>
    `${words.what[what]}${isNamed ? `, as “${subject}”` : ''}, up to ${framesPerSecond} frames/s`,
  edit: (place: string) => `Change ${place}`,
  remove: (place: string) => `Remove ${place}`,
  rate: (packets: number) => `${Math.round(packets)} packets/s`,
  nothing: { performance: 'Nothing is sent yet.', subjects: 'Nothing is sent yet: no phone shows a face.' },
  protocol: 'Protocol',
  address: 'Address to send to',
  port: 'UDP port to send to',
  whatToSend: 'What to send',
  subject: 'Name in Live Link',
  defaultSubject: 'Mimesis',
  framesPerSecond: 'Frames a second, at most',
  frames: (count: number) => `${count} frames/s`,
  add: 'Add destination',
};
