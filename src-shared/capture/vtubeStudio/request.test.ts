import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeTrackingRequest, encodeTrackingRequest } from './request.ts';

const read = (text: string) => decodeTrackingRequest(Buffer.from(text));

describe('asking VTube Studio for frames', () => {
  it('sends what the vendor asks for', () => {
    const request = encodeTrackingRequest({ leaseSeconds: 5, sentBy: 'Mimesis Studio', ports: [21413] });
    expect(Buffer.from(request).toString()).toBe(
      '{"messageType":"iOSTrackingDataRequest","time":5,"sentBy":"Mimesis Studio","ports":[21413]}',
    );
  });

  it('is read with the other name of the time, and with keys that are not known', () => {
    expect(
      read('{"messageType":"iOSTrackingDataRequest","sendForSeconds":10,"sentBy":"A","ports":[1,2],"x":1}'),
    ).toEqual({ leaseSeconds: 10, sentBy: 'A', ports: [1, 2] });
    expect(read('{"messageType":"iOSTrackingDataRequest","sentBy":"A","ports":[1]}')?.leaseSeconds).toBe(5);
  });

  it.each([
    '',
    'iFacialMocap_',
    '{',
    'null',
    '{"messageType":"other","time":5,"sentBy":"A","ports":[1]}',
    '{"messageType":"iOSTrackingDataRequest","time":0.4,"sentBy":"A","ports":[1]}',
    '{"messageType":"iOSTrackingDataRequest","time":10.1,"sentBy":"A","ports":[1]}',
    '{"messageType":"iOSTrackingDataRequest","time":5,"sentBy":"","ports":[1]}',
    `{"messageType":"iOSTrackingDataRequest","time":5,"sentBy":"${'A'.repeat(65)}","ports":[1]}`,
    '{"messageType":"iOSTrackingDataRequest","time":5,"sentBy":"A","ports":[]}',
    '{"messageType":"iOSTrackingDataRequest","time":5,"sentBy":"A","ports":[0]}',
    '{"messageType":"iOSTrackingDataRequest","time":5,"sentBy":"A","ports":[65536]}',
    `{"messageType":"iOSTrackingDataRequest","time":5,"sentBy":"A","ports":[${'1,'.repeat(32)}1]}`,
  ])('does not take %j for a request', (text) => {
    expect(read(text)).toBeUndefined();
  });

  it('is read back', () => {
    const request = fc.record({
      leaseSeconds: fc.double({ min: 0.5, max: 10, noNaN: true }),
      sentBy: fc.string({ minLength: 1, maxLength: 64 }),
      ports: fc.array(fc.integer({ min: 1, max: 65_535 }), { minLength: 1, maxLength: 32 }),
    });
    fc.assert(
      fc.property(request, (sent) => {
        expect(decodeTrackingRequest(encodeTrackingRequest(sent))).toEqual(sent);
      }),
    );
  });
});
