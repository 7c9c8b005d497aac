import { z } from 'zod';
import { readJson } from '../jsonPacket.ts';
import { encodeUtf8 } from '../utf8.ts';

/** UDP port of a phone that runs VTube Studio; the app shows another where this one is taken. */
export const VTUBE_STUDIO_PHONE_PORT = 21412;

/**
 * Asks a phone that runs VTube Studio ("3rd Party PC Clients" on) for frames, for a time: it has to be asked again before
 * that time is over, the vendor says each second with 5 seconds.
 * Source: github:DenchiSoft/VTubeStudioBlendshapeUDPReceiverTest, README.
 */
export const VTUBE_STUDIO_LEASE_SECONDS = 5;
export const VTUBE_STUDIO_RENEWAL_SECONDS = 1;

const MESSAGE_TYPE = 'iOSTrackingDataRequest';
const leaseSchema = z.number().min(0.5).max(10);
const requestSchema = z
  .object({
    messageType: z.literal(MESSAGE_TYPE),
    time: leaseSchema.optional(),
    /** Another name for `time`, which some programs send and phones of other makers take. */
    sendForSeconds: leaseSchema.optional(),
    /** Shown on the phone. */
    sentBy: z.string().min(1).max(64),
    /** UDP ports of the asking computer that frames go to. */
    ports: z.array(z.int().min(1).max(65_535)).min(1).max(32),
  })
  .transform(({ time, sendForSeconds, sentBy, ports }) => ({
    leaseSeconds: time ?? sendForSeconds ?? VTUBE_STUDIO_LEASE_SECONDS,
    sentBy,
    ports,
  }));

export type TrackingRequest = z.output<typeof requestSchema>;

/** @param request a lease of 0.5 to 10 seconds, a name of 1 to 64 characters, 1 to 32 ports */
export function encodeTrackingRequest({ leaseSeconds, sentBy, ports }: TrackingRequest): Uint8Array {
  return encodeUtf8(JSON.stringify({ messageType: MESSAGE_TYPE, time: leaseSeconds, sentBy, ports }));
}

/** What a packet asks for; undefined for a packet that is no such request. */
export function decodeTrackingRequest(packet: Uint8Array): TrackingRequest | undefined {
  return requestSchema.safeParse(readJson(packet)).data;
}
