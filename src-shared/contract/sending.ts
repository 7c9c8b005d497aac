import { z } from 'zod';
import { errorInfoSchema } from './errors.ts';

/** What the studio can be heard as by Unreal, Unity and tools for virtual performers. */
export const SENDING_PROTOCOLS = ['live_link_face', 'vmc'] as const;
export type SendingProtocol = (typeof SENDING_PROTOCOLS)[number];

/** `performance`: what the avatar shows; `subjects`: each phone that is heard, under its own name. */
export const DESTINATION_CONTENTS = ['performance', 'subjects'] as const;

/** Far more than a stage has. */
export const MAX_DESTINATIONS = 16;
const MAX_FRAMES_PER_SECOND = 240;
export const MAX_SENT_NAME_LENGTH = 60;

const destinationSchema = z.object({
  id: z.uuid(),
  isOn: z.boolean(),
  protocol: z.enum(SENDING_PROTOCOLS),
  address: z.ipv4(),
  /** UDP port. */
  port: z.int().min(1).max(65_535),
  what: z.enum(DESTINATION_CONTENTS),
  /** What the performance is called in Live Link; VMC has no names. */
  subject: z.string().trim().min(1).max(MAX_SENT_NAME_LENGTH),
  /** Frames of each subject that go out in a second, at most. */
  framesPerSecond: z.int().min(1).max(MAX_FRAMES_PER_SECOND),
});
export type Destination = z.infer<typeof destinationSchema>;

/** Where faces and bodies are sent on to, the same in every workspace. */
export const sendingSettingsSchema = z.object({
  destinations: z.array(destinationSchema).max(MAX_DESTINATIONS).default([]),
});
export type SendingSettings = z.infer<typeof sendingSettingsSchema>;

/** How a destination that is on gets what it is sent. */
const destinationStateSchema = z.object({
  id: z.uuid(),
  packetsPerSecond: z.number(),
  /** Why nothing goes out, or why nobody takes it; null where all is well. */
  problem: errorInfoSchema.nullable(),
});
export type DestinationState = z.infer<typeof destinationStateSchema>;

export const sendingViewSchema = z.object({
  settings: sendingSettingsSchema,
  /** Of those destinations that are on. */
  states: z.array(destinationStateSchema),
});
export type SendingView = z.infer<typeof sendingViewSchema>;
