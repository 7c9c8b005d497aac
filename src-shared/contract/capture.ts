import { z } from 'zod';
import { errorInfoSchema } from './errors.ts';

/** What a phone, or a program that stands for one, may speak over the network. */
export const NETWORK_PROTOCOLS = [
  'live_link_face',
  'ifacialmocap',
  'facemotion3d',
  'vtube_studio',
  'vmc',
  'arkit_data',
] as const;
const networkProtocolSchema = z.enum(NETWORK_PROTOCOLS);
export type NetworkProtocol = z.infer<typeof networkProtocolSchema>;

/** How performers come: over the network, or from a camera that a studio tracks itself. */
const CAPTURE_PROTOCOLS = [...NETWORK_PROTOCOLS, 'webcam'] as const;
export const captureProtocolSchema = z.enum(CAPTURE_PROTOCOLS);
export type CaptureProtocol = z.infer<typeof captureProtocolSchema>;

/** Those of which the phone sends only once it has been asked. */
const askedProtocolSchema = z.enum(['ifacialmocap', 'facemotion3d', 'vtube_studio']);
export type AskedProtocol = z.infer<typeof askedProtocolSchema>;

/** Longest time that frames may be held to even them out, in seconds. */
export const MAX_DELAY_SECONDS = 0.1;
/** Far more than a stage has. */
const MAX_PHONES = 32;

const listeningSchema = z.object({ isOn: z.boolean(), port: z.int().min(1).max(65_535) });
const askedPhoneSchema = z
  .object({
    protocol: askedProtocolSchema,
    address: z.ipv4(),
    /** UDP port of the phone, where it shows another than the protocol's. */
    port: z.int().min(1).max(65_535).optional(),
    /** How frames come: over TCP the phone connects to this computer, and none is lost. */
    transport: z.enum(['udp', 'tcp']).default('udp'),
  })
  .refine(({ protocol, transport }) => transport === 'udp' || protocol !== 'vtube_studio', {
    message: 'VTube Studio sends over UDP only',
  });
export type AskedPhone = z.infer<typeof askedPhoneSchema>;

/** Where Live Link Face takes commands unless it shows another port. */
export const REMOTE_PORT = 8000;

/** A phone with Live Link Face that is controlled from here, over OSC. */
const phoneRemoteSchema = z.object({
  address: z.ipv4(),
  /** Of the phone, UDP. */
  port: z.int().min(1).max(65_535).default(REMOTE_PORT),
  /** Whether it records while the studio does, under the same slate and take number. */
  recordsToo: z.boolean().default(true),
});
export type PhoneRemote = z.infer<typeof phoneRemoteSchema>;

/** The phone's heat, coolest first, as iOS counts it (`ProcessInfo.ThermalState`). From `serious` on it slows down. */
export const THERMAL_STATES = ['nominal', 'fair', 'serious', 'critical'] as const;
export type ThermalState = (typeof THERMAL_STATES)[number];

/** TCP port of phones with Live Link Face in its MetaHuman mode. */
export const META_HUMAN_PORT = 14_785;

/** Phones that are asked for their frames in Live Link Face's MetaHuman mode: experimental, off unless switched on. */
const metaHumanSchema = z.object({
  isOn: z.boolean().default(false),
  phones: z
    .array(z.object({ address: z.ipv4(), port: z.int().min(1).max(65_535).default(META_HUMAN_PORT) }))
    .max(MAX_PHONES)
    .default([]),
  /** UDP port of this computer that frames come to. */
  streamPort: z.int().min(1).max(65_535).default(14_786),
});

/** How capture is set up, the same in every workspace. */
export const captureSettingsSchema = z.object({
  /** How long frames are held so that uneven arrival does not become uneven motion; 0 shows each as it comes. */
  delaySeconds: z.number().min(0).max(MAX_DELAY_SECONDS).default(0),
  /** What is listened to while capture is armed, and at which UDP port. */
  listen: z
    .object({
      live_link_face: listeningSchema.default({ isOn: true, port: 11_111 }),
      ifacialmocap: listeningSchema.default({ isOn: true, port: 49_983 }),
      facemotion3d: listeningSchema.default({ isOn: true, port: 49_993 }),
      vtube_studio: listeningSchema.default({ isOn: true, port: 21_413 }),
      vmc: listeningSchema.default({ isOn: true, port: 39_539 }),
      arkit_data: listeningSchema.default({ isOn: false, port: 11_112 }),
    } satisfies Record<NetworkProtocol, z.ZodType>)
    .prefault({}),
  /** Phones that are asked for their frames while capture is armed. */
  phones: z.array(askedPhoneSchema).max(MAX_PHONES).default([]),
  /** Phones that are controlled while capture is armed. */
  remotes: z.array(phoneRemoteSchema).max(MAX_PHONES).default([]),
  /** UDP port of this computer at which they answer. */
  remoteAnswerPort: z.int().min(1).max(65_535).default(8001),
  metaHuman: metaHumanSchema.prefault({}),
});
export type CaptureSettings = z.infer<typeof captureSettingsSchema>;

/** A socket that capture has opened, or could not open. */
const captureSocketSchema = z.object({
  protocol: networkProtocolSchema,
  transport: z.enum(['udp', 'tcp']),
  address: z.string(),
  port: z.int(),
  /** Why it is not open; null where it is. */
  problem: errorInfoSchema.nullable(),
  /** Packets of another protocol or version, since capture was armed. */
  foreignPackets: z.int().min(0),
  /** Packets that were damaged. */
  malformedPackets: z.int().min(0),
});
export type CaptureSocket = z.infer<typeof captureSocketSchema>;

/** A phone, or an actor's name on a phone, as the studio shows it. */
export const subjectViewSchema = z.object({
  /** Tells its live frames from those of others while capture is armed. */
  id: z.int().min(0).max(0xffff),
  protocol: captureProtocolSchema,
  deviceId: z.string(),
  /** Its name; where the protocol has none, the address that it sends from. */
  subject: z.string(),
  /** `face`: sends a face; `body`: a body alone; `no_face`: runs but sees nobody; `lost`: has fallen silent. */
  status: z.enum(['face', 'body', 'no_face', 'lost']),
  /** In the network; empty for a camera. */
  address: z.string(),
  /** Whether its frames are shown otherwise than they are sent. */
  isCalibrated: z.boolean(),
});
export type SubjectView = z.infer<typeof subjectViewSchema>;

/** What is different of a subject whenever one looks. */
const subjectNumbersSchema = z.object({
  id: z.int().min(0).max(0xffff),
  packetsPerSecond: z.number(),
  /** Share of the frames of the last 10 seconds that never came, 0..1; null where the sender gives frames no time, or leaves some out. */
  loss: z.number().nullable(),
  /** How unevenly frames come: RFC 3550's interarrival jitter; null where the sender gives frames no time. */
  jitterSeconds: z.number().nullable(),
  /** Seconds to add to the sender's clock to have this computer's time of day; null where it has no other. */
  clockOffsetSeconds: z.number().nullable(),
  /** Frames that came too late to be shown, since it was first heard. */
  lateFrames: z.int().min(0),
});
export type SubjectNumbers = z.infer<typeof subjectNumbersSchema>;

/** What is known of a phone that is controlled from here. */
const remoteViewSchema = z.object({
  address: z.string(),
  port: z.int(),
  /** `asked`: not answered yet; `silent`: no longer; `background`: the app is not at the front of the phone. */
  status: z.enum(['asked', 'answers', 'background', 'silent']),
  /** Charge, 0..1; null where the phone has not told. */
  battery: z.number().nullable(),
  heat: z.enum(THERMAL_STATES).nullable(),
  /** Whether the phone has confirmed that it records. */
  isRecording: z.boolean(),
  /** Why it cannot be spoken to, or what it has not done; null where all is well. */
  problem: errorInfoSchema.nullable(),
});
export type RemoteView = z.infer<typeof remoteViewSchema>;

/** A phone that is asked in MetaHuman mode. */
const metaHumanViewSchema = z.object({
  address: z.string(),
  port: z.int(),
  status: z.enum(['connecting', 'streaming']),
  problem: errorInfoSchema.nullable(),
});
export type MetaHumanView = z.infer<typeof metaHumanViewSchema>;

/** What is open to phones, and who sends. */
export const captureViewSchema = z.object({
  isArmed: z.boolean(),
  sockets: z.array(captureSocketSchema),
  subjects: z.array(subjectViewSchema),
  /** Of the same subjects. */
  numbers: z.array(subjectNumbersSchema),
  remotes: z.array(remoteViewSchema),
  metaHuman: z.array(metaHumanViewSchema),
  settings: captureSettingsSchema,
  /** This computer's own addresses in its networks, which phones send to. */
  networks: z.array(z.object({ name: z.string(), address: z.string() })),
});
export type CaptureView = z.infer<typeof captureViewSchema>;
