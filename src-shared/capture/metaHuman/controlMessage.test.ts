import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MimesisError } from '../../contract/index.ts';
import {
  createMetaHumanMessageReader,
  encodeMetaHumanRequest,
  META_HUMAN_HANDSHAKE,
  metaHumanServerSchema,
  metaHumanSessionSchema,
  metaHumanSubjectsSchema,
} from './controlMessage.ts';
import { MAX_PAYLOAD_BYTES } from './controlPacket.ts';

const about = { sessionId: 'S1', transactionId: 7, timestampMs: 1_700_000_000_000 };

/** A packet written by hand around a payload. */
function packetOf(payload: string, { mark = 'CPSCONTROL\0', version = 1 } = {}): Uint8Array {
  const bytes = Buffer.from(payload);
  const length = Buffer.alloc(4);
  length.writeUInt32LE(bytes.length);
  return Buffer.concat([Buffer.from(mark), Buffer.of(version, 0), length, bytes]);
}

const response = (addressPath: string, body?: object): object => ({
  ...{ sessionId: 'S1', addressPath, transactionId: 7, timestamp: 1, type: 'response', body },
});

describe('a request to a phone in MetaHuman mode', () => {
  const payloadOf = (packet: Uint8Array): unknown => JSON.parse(Buffer.from(packet.subarray(17)).toString());

  it('begins with the mark, the version and the length of its payload', () => {
    const packet = encodeMetaHumanRequest({ addressPath: '/session/start' }, about);
    expect(Buffer.from(packet.subarray(0, 11)).toString('latin1')).toBe('CPSCONTROL\0');
    expect([...packet.subarray(11, 13)]).toEqual([1, 0]);
    expect([...packet.subarray(13, 17)]).toEqual([packet.length - 17, 0, 0, 0]);
  });

  it('says whose it is, what it is for and when it was made', () => {
    const packet = encodeMetaHumanRequest(
      { addressPath: '/session/start' },
      { ...about, sessionId: META_HUMAN_HANDSHAKE },
    );
    expect(payloadOf(packet)).toEqual({
      ...{ sessionId: 'handshake', addressPath: '/session/start', transactionId: 7 },
      ...{ timestamp: 1_700_000_000_000, type: 'request' },
    });
  });

  it('has a body where there is more to say', () => {
    const body = { streamPort: 4000, subjects: [{ id: 'a', name: 'Ada' }] };
    const start = encodeMetaHumanRequest({ addressPath: '/stream/start', body }, about);
    expect(payloadOf(start)).toMatchObject({ addressPath: '/stream/start', body });
    const stop = encodeMetaHumanRequest({ addressPath: '/stream/stop', body: {} }, about);
    expect(payloadOf(stop)).toMatchObject({ addressPath: '/stream/stop', body: {} });
  });
});

describe('reading what the phone says', () => {
  const read = (...pieces: Uint8Array[]) => {
    const messagesOf = createMetaHumanMessageReader();
    return pieces.flatMap((piece) => messagesOf(piece));
  };

  it('gives messages, with keys that are not known passed over', () => {
    const message = response('/session/start', { sessionId: 'S2' });
    const [read1] = read(packetOf(JSON.stringify({ ...message, later: true })));
    expect(read1).toEqual(message);
    expect(metaHumanSessionSchema.parse(read1?.body)).toEqual({ sessionId: 'S2' });
  });

  it('tells which subjects there are, with the names of their controls', () => {
    const subjects = [
      { id: 'a', name: 'Ada', animationMetadata: { type: 'arkit', version: 1, controls: ['JawOpen'] } },
    ];
    const [message] = read(packetOf(JSON.stringify(response('/stream/subjects', { subjects }))));
    expect(metaHumanSubjectsSchema.parse(message?.body)).toEqual({ subjects });
  });

  it('tells what the phone is', () => {
    const information = {
      ...{ id: 'i', name: 'My iPhone', model: 'iPhone14,2', platformName: 'iOS', platformVersion: '18.1' },
      ...{ softwareName: 'LiveLinkFace', softwareVersion: '1.5.0', exportPort: 8081 },
    };
    const [message] = read(packetOf(JSON.stringify(response('/information', information))));
    expect(metaHumanServerSchema.parse(message?.body)).toEqual(information);
  });

  it('gives the reason of a request that failed', () => {
    const error = { name: 'noSession', description: 'No session' };
    const [message] = read(packetOf(JSON.stringify({ ...response('/stream/start'), error })));
    expect(message?.error).toEqual(error);
  });

  it('does not depend on where the pieces are cut', () => {
    const messages = [response('/information'), response('/stream/subjects', { subjects: [] })];
    const bytes = Buffer.concat(messages.map((message) => packetOf(JSON.stringify(message))));
    fc.assert(
      fc.property(fc.array(fc.nat(bytes.length)), (cuts) => {
        const ends = [...cuts.toSorted((a, b) => a - b), bytes.length];
        const pieces = ends.map((end, i) => bytes.subarray(ends[i - 1] ?? 0, end));
        expect(read(...pieces)).toEqual(messages);
      }),
    );
  });

  it.each<[string, Uint8Array, RegExp]>([
    ['another protocol', Buffer.from('HTTP/1.1 200 OK'), /no Live Link Face/],
    ['the first byte of another protocol', Buffer.from('H'), /no Live Link Face/],
    ['another version', packetOf('{}', { version: 2 }), /version 2/],
    ['no JSON', packetOf('{'), /none of the MetaHuman mode/],
    ['no UTF-8', Buffer.concat([packetOf('').fill(1, 13, 14), Buffer.of(0xff)]), /none of the MetaHuman/],
    ['a message with no path', packetOf('{"type":"response"}'), /none of the MetaHuman mode/],
  ])('refuses %s', (_, bytes, message) => {
    expect(() => read(bytes)).toThrow(message);
  });

  it('refuses a message that is too long before it has arrived', () => {
    const header = Buffer.from(packetOf('').subarray(0, 17));
    header.writeUInt32LE(MAX_PAYLOAD_BYTES + 1, 13);
    expect(() => read(header)).toThrow(/message of 1048577 bytes/);
  });

  it('may be any bytes at all', () => {
    const start = fc.constantFrom(packetOf(''), packetOf('{}'), packetOf(JSON.stringify(response('/'))));
    const bytes = fc.oneof(fc.uint8Array({ maxLength: 60 }), start);
    fc.assert(
      fc.property(fc.array(bytes, { maxLength: 4 }), (pieces) => {
        try {
          read(...pieces);
        } catch (error) {
          expect(error).toBeInstanceOf(MimesisError);
        }
      }),
      { numRuns: 5000 },
    );
  });
});
