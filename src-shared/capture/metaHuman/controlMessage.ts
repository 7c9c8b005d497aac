import { z } from 'zod';
import { MimesisError } from '../../contract/index.ts';
import { decodeUtf8, encodeUtf8 } from '../utf8.ts';
import { createControlPacketReader, encodeControlPacket } from './controlPacket.ts';
import { metaHumanSubjectSchema } from './subject.ts';

/**
 * EXPERIMENTAL. The conversation with a phone in MetaHuman mode, as Unreal 5.6 leads it (CaptureProtocolStack,
 * LiveLinkFaceControl.cpp; not verified with a phone): `/session/start` with the session id `handshake`; its answer has
 * the session id of all later requests; then `/information`, `/stream/subjects`, `/stream/start`; `/session/keep-alive`
 * each 5 seconds; at the end `/stream/stop` and `/session/stop`. Unreal waits 3 seconds for an answer, and 5 before it
 * connects again. The phone listens at TCP port 14785.
 */
export const META_HUMAN_HANDSHAKE = 'handshake';

export type MetaHumanRequest =
  | {
      readonly addressPath:
        | '/session/start'
        | '/session/keep-alive'
        | '/session/stop'
        | '/information'
        | '/stream/subjects';
    }
  | {
      readonly addressPath: '/stream/start';
      readonly body: {
        /** UDP port of this computer that the packets are to go to. */
        readonly streamPort: number;
        /** With a name, the phone calls the subject so from then on. */
        readonly subjects: readonly { readonly id: string; readonly name?: string }[];
      };
    }
  | {
      readonly addressPath: '/stream/stop';
      /** Without ids, all subjects stop. */
      readonly body: { readonly subjectIds?: readonly string[] };
    };

/** A request as the bytes that go to the phone. */
export function encodeMetaHumanRequest(
  request: MetaHumanRequest,
  about: {
    readonly sessionId: string;
    /** 0 to 2^32 - 1; the answer has the same. */
    readonly transactionId: number;
    /** Milliseconds since 1970. */
    readonly timestampMs: number;
  },
): Uint8Array {
  const { sessionId, transactionId, timestampMs } = about;
  const { addressPath, ...rest } = request;
  const message = { sessionId, addressPath, transactionId, timestamp: timestampMs, type: 'request', ...rest };
  return encodeControlPacket(encodeUtf8(JSON.stringify(message)));
}

/** Any message of the phone. Keys that are not known are passed over. */
const controlMessageSchema = z.object({
  sessionId: z.string(),
  addressPath: z.string(),
  transactionId: z.number(),
  timestamp: z.number(),
  type: z.enum(['request', 'response', 'update']),
  body: z.record(z.string(), z.unknown()).optional(),
  /** Where a request failed, and why. */
  error: z.object({ name: z.string(), description: z.string() }).optional(),
});
export type MetaHumanMessage = z.infer<typeof controlMessageSchema>;

/** Body of the answer to `/session/start`. */
export const metaHumanSessionSchema = z.object({ sessionId: z.string().min(1) });

/** Body of the answer to `/information`. */
export const metaHumanServerSchema = z.object({
  id: z.string(),
  name: z.string(),
  model: z.string(),
  platformName: z.string(),
  platformVersion: z.string(),
  softwareName: z.string(),
  softwareVersion: z.string(),
  exportPort: z.number(),
});

/** Body of the answer to `/stream/subjects`. */
export const metaHumanSubjectsSchema = z.object({ subjects: z.array(metaHumanSubjectSchema) });

/**
 * Takes what arrives, in pieces of any size, and gives the messages that are whole. One reader serves one connection.
 * @throws MimesisError `io` where they cannot be read: the connection is to be closed
 */
export function createMetaHumanMessageReader(): (piece: Uint8Array) => MetaHumanMessage[] {
  const payloadsOf = createControlPacketReader();
  return (piece) => payloadsOf(piece).map(readMessage);
}

function readMessage(payload: Uint8Array): MetaHumanMessage {
  const message = controlMessageSchema.safeParse(jsonOf(payload));
  if (message.success) return message.data;
  throw new MimesisError('io', 'The phone sent a message that is none of the MetaHuman mode.', {
    cause: message.error,
  });
}

/** Undefined for what is no JSON in UTF-8. */
function jsonOf(payload: Uint8Array): unknown {
  const text = decodeUtf8(payload);
  if (text === undefined) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
