import { z } from 'zod';

/** A phone, or an actor's name on a phone, as the studio shows it. */
export const subjectViewSchema = z.object({
  /** Tells its live frames from those of others while capture is armed. */
  id: z.int().min(0).max(0xffff),
  deviceId: z.string(),
  subject: z.string(),
  /** `face`: sends a face; `no_face`: runs but sees none; `lost`: has fallen silent. */
  status: z.enum(['face', 'no_face', 'lost']),
  packetsPerSecond: z.number(),
  address: z.string(),
});
export type SubjectView = z.infer<typeof subjectViewSchema>;

/** What is open to phones, and who sends. */
export const captureViewSchema = z.object({
  /** The open socket, or null while capture is not armed. */
  socket: z.object({ address: z.string(), port: z.int() }).nullable(),
  subjects: z.array(subjectViewSchema),
  /** Packets of another protocol or version, and damaged ones, since capture was armed. */
  rejectedPackets: z.int().min(0),
});
export type CaptureView = z.infer<typeof captureViewSchema>;
