import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { encodeOscBundle, encodeOscMessage } from '../osc/encode.ts';
import { createPhoneAnswerReader, type PhoneAnswer } from './remoteAnswers.ts';
import { encodePhoneCommand, type PhoneCommand } from './remoteCommands.ts';

/** A packet as text, zeros as dots. */
const shown = (packet: Uint8Array): string => Buffer.from(packet).toString('latin1').replaceAll('\0', '.');
/** A packet written by hand: text with dots for zeros, then bytes. */
const byHand = (text: string, hex = ''): Uint8Array =>
  Buffer.concat([Buffer.from(text.replaceAll('.', '\0'), 'latin1'), Buffer.from(hex, 'hex')]);

describe('commands to the phone', () => {
  it.each<[PhoneCommand, Uint8Array]>([
    [
      { command: 'setAnswerTarget', address: '10-0-0-2', port: 8000 },
      byHand('/OSCSetSendTarget...,si.10-0-0-2....', '00001f40'),
    ],
    [
      { command: 'addStreamTarget', address: '10-0-0-2', port: 11_111 },
      byHand('/AddLiveLinkAddress.,si.10-0-0-2....', '00002b67'),
    ],
    [{ command: 'clearStreamTargets' }, byHand('/ClearAllLiveLinkAddresses..,...')],
    [{ command: 'setSubject', subject: 'Ada' }, byHand('/LiveLinkSubject....,s..Ada.')],
    [{ command: 'startStream' }, byHand('/LiveLinkStreamStart....,...')],
    [{ command: 'stopStream' }, byHand('/LiveLinkStreamStop.,...')],
    [{ command: 'askBattery' }, byHand('/BatteryQuery...,...')],
    [{ command: 'askThermals' }, byHand('/ThermalsQuery..,...')],
    [{ command: 'setSlate', slate: 'HOUSE' }, byHand('/Slate..,s..HOUSE...')],
    [{ command: 'setTake', take: 3 }, byHand('/Take...,i..', '00000003')],
    [{ command: 'startSession' }, byHand('/ARSessionStart.,...')],
    [{ command: 'stopSession' }, byHand('/ARSessionStop..,...')],
    [
      { command: 'startRecording', slate: 'HOUSE', take: 258 },
      byHand('/RecordStart....,si.HOUSE...', '00000102'),
    ],
    [{ command: 'stopRecording' }, byHand('/RecordStop.,...')],
    [
      { command: 'sendFile', address: 'mac', port: 9000, path: '/a/b' },
      byHand('/Transport..,ss.mac:9000..../a/b....'),
    ],
    [{ command: 'showVideo' }, byHand('/VideoDisplayOn.,...')],
    [{ command: 'hideVideo' }, byHand('/VideoDisplayOff....,...')],
  ])('%j is written as documented', (command, packet) => {
    expect(shown(encodePhoneCommand(command))).toBe(shown(packet));
  });

  it('name the file to send by its path as it is', () => {
    const packet = encodePhoneCommand({
      command: 'sendFile',
      address: '10.0.0.2',
      port: 9000,
      path: '/T/é.csv',
    });
    expect(Buffer.from(packet).toString('utf8')).toContain('10.0.0.2:9000\0');
    expect(Buffer.from(packet).toString('utf8')).toContain('/T/é.csv\0');
  });

  it('refuse a take that the phone cannot count', () => {
    expect(() => encodePhoneCommand({ command: 'setTake', take: 1.5 })).toThrow(/whole number/);
  });
});

describe('answers of the phone', () => {
  const read = createPhoneAnswerReader();

  it.each<[string, Uint8Array, PhoneAnswer]>([
    ['the target', byHand('/OSCSetSendTargetConfirm....,...'), { answer: 'answerTargetSet' }],
    ['the battery', byHand('/Battery....,f..', '3f400000'), { answer: 'battery', level: 0.75 }],
    ['heat', byHand('/Thermals...,i..', '00000002'), { answer: 'thermals', state: 'serious' }],
    ['the session’s start', byHand('/ARSessionStartConfirm..,...'), { answer: 'sessionStarted' }],
    ['the session’s end', byHand('/ARSessionStopConfirm...,...'), { answer: 'sessionStopped' }],
    [
      'a recording’s start',
      byHand('/RecordStartConfirm.,s..00:00:00:000....'),
      { answer: 'recordingStarted', timecode: '00:00:00:000' },
    ],
    [
      'a recording’s end',
      byHand('/RecordStopConfirm..,sss....00:00:00:000..../T/csv../T/mov..'),
      { answer: 'recordingStopped', timecode: '00:00:00:000', csvPath: '/T/csv', moviePath: '/T/mov' },
    ],
    ['the app at the front', byHand('/AppActivated...,...'), { answer: 'appActivated' }],
    ['the app in the background', byHand('/AppDeactivated.,...'), { answer: 'appDeactivated' }],
  ])('tell of %s', (_, packet, answer) => {
    expect(read(packet)).toEqual([answer]);
  });

  it('name heat as iOS does', () => {
    const states = [0, 1, 2, 3].flatMap((value) =>
      read(encodeOscMessage('/Thermals', [{ type: 'i', value }])),
    );
    expect(states).toMatchObject(
      ['nominal', 'fair', 'serious', 'critical'].map((state) => ({ answer: 'thermals', state })),
    );
  });

  it('may come in bundles', () => {
    const battery = encodeOscMessage('/Battery', [{ type: 'f', value: 1 }]);
    expect(read(encodeOscBundle([encodeOscMessage('/AppActivated'), battery]))).toEqual([
      { answer: 'appActivated' },
      { answer: 'battery', level: 1 },
    ]);
  });

  it.each([
    ['an unknown one', encodeOscMessage('/SlateConfirm')],
    ['an unknown heat', encodeOscMessage('/Thermals', [{ type: 'i', value: 4 }])],
    ['a battery that iOS does not know', encodeOscMessage('/Battery', [{ type: 'f', value: -1 }])],
    ['a battery that is no number', encodeOscMessage('/Battery', [{ type: 'f', value: Number.NaN }])],
    ['a recording without paths', encodeOscMessage('/RecordStopConfirm', [{ type: 's', value: '0' }])],
    ['another protocol', Buffer.from('{"answer":1}')],
    ['a damaged one', byHand('/Battery....,f..')],
  ])('are passed over where they are %s', (_, packet) => {
    expect(read(packet)).toEqual([]);
  });

  it('may be any bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 80 }), (bytes) => {
        for (const answer of read(bytes)) expect(answer.answer).toBeTypeOf('string');
      }),
    );
  });
});
