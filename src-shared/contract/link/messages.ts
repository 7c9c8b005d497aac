import { z } from 'zod';
import { errorInfoSchema } from '../errors.ts';
import { hostEventSchema } from './events.ts';
import { requestNameSchema } from './requests.ts';

/** WebSocket sub-protocol of the link. The launch's token travels beside it, as `token.<token>`. */
export const LINK_PROTOCOL = 'mimesis.link.v1';
export const TOKEN_PROTOCOL_PREFIX = 'token.';

/** Longest message that the host takes, in bytes. */
export const MAX_CLIENT_MESSAGE_BYTES = 64 * 1024;

/** What a studio sends. */
export const clientMessageSchema = z.discriminatedUnion('kind', [
  /** First message: a new studio, or one that lost its connection and has seen events up to `lastSequence`. */
  z.object({
    kind: z.literal('hello'),
    resume: z.object({ epoch: z.string(), lastSequence: z.int().min(0) }).optional(),
  }),
  z.object({
    kind: z.literal('request'),
    id: z.int().min(0),
    name: requestNameSchema,
    parameters: z.unknown(),
  }),
]);
export type ClientMessage = z.infer<typeof clientMessageSchema>;

/** What the host sends as text. Live frames travel as binary messages beside it. */
export const hostMessageSchema = z.discriminatedUnion('kind', [
  /**
   * Answer to hello. `epoch` names this run of the host; `resumed` says that every event missed since is sent after it.
   * Where it is false the studio reads everything anew.
   */
  z.object({ kind: z.literal('welcome'), epoch: z.string(), sequence: z.int().min(0), resumed: z.boolean() }),
  z.object({ kind: z.literal('result'), id: z.int(), result: z.unknown() }),
  z.object({ kind: z.literal('error'), id: z.int(), error: errorInfoSchema }),
  z.object({ kind: z.literal('event'), sequence: z.int().min(1), event: hostEventSchema }),
]);
export type HostMessage = z.infer<typeof hostMessageSchema>;
