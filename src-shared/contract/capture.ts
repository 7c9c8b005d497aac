import { z } from 'zod';
import { errorInfoSchema } from './errors.ts';

/** What a phone, or a program that stands for one, may speak. */
export const CAPTURE_PROTOCOLS = [
  'live_link_face',
  'ifacialmocap',
  'facemotion3d',
  'vtube_studio',
  'vmc',
  'arkit_data',
] as const;
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
    } satisfies Record<CaptureProtocol, z.ZodType>)
    .prefault({}),
  /** Phones that are asked for their frames while capture is armed. */
  phones: z.array(askedPhoneSchema).max(MAX_PHONES).default([]),
});
export type CaptureSettings = z.infer<typeof captureSettingsSchema>;

/** A socket that capture has opened, or could not open. */
const captureSocketSchema = z.object({
  protocol: captureProtocolSchema,
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
  packetsPerSecond: z.number(),
  /** Share of the frames of the last 10 seconds that never came, 0..1; null where the sender gives frames no time. */
  loss: z.number().nullable(),
  /** How unevenly frames come: RFC 3550's interarrival jitter; null as above. */
  jitterSeconds: z.number().nullable(),
  /** Seconds to add to the sender's clock to have this computer's time of day; null as above. */
  clockOffsetSeconds: z.number().nullable(),
  /** Frames that came too late to be shown, since it was first heard. */
  lateFrames: z.int().min(0),
  address: z.string(),
});
export type SubjectView = z.infer<typeof subjectViewSchema>;

/** What is open to phones, and who sends. */
export const captureViewSchema = z.object({
  isArmed: z.boolean(),
  sockets: z.array(captureSocketSchema),
  subjects: z.array(subjectViewSchema),
  settings: captureSettingsSchema,
  /** This computer's own addresses in its networks, which phones send to. */
  networks: z.array(z.object({ name: z.string(), address: z.string() })),
});
export type CaptureView = z.infer<typeof captureViewSchema>;
