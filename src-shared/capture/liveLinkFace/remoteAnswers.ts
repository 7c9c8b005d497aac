import { THERMAL_STATES, type ThermalState } from '../../contract/index.ts';
import type { OscMessage } from '../osc/message.ts';
import { createOscReader } from '../osc/reader.ts';

/** What the phone says, on being asked or of itself. */
export type PhoneAnswer =
  | { readonly answer: 'answerTargetSet' }
  /** `level` from 0 to 1. */
  | { readonly answer: 'battery'; readonly level: number }
  | { readonly answer: 'thermals'; readonly state: ThermalState }
  | { readonly answer: 'sessionStarted' }
  | { readonly answer: 'sessionStopped' }
  /** The app writes the timecode 00:00:00.000 whatever the time. */
  | { readonly answer: 'recordingStarted'; readonly timecode: string }
  /** Paths on the phone of the coefficients and of the picture. */
  | {
      readonly answer: 'recordingStopped';
      readonly timecode: string;
      readonly csvPath: string;
      readonly moviePath: string;
    }
  /** The app has come to the front, or left it: in the background it neither tracks nor answers. */
  | { readonly answer: 'appActivated' }
  | { readonly answer: 'appDeactivated' };

/**
 * A reader of what the phone says. A packet holds any number of answers; what is unknown, incomplete or damaged is passed
 * over. It never throws.
 */
export function createPhoneAnswerReader(): (packet: Uint8Array) => PhoneAnswer[] {
  const reader = createOscReader();
  return (packet) => {
    const answers: PhoneAnswer[] = [];
    reader.read(packet, (message) => {
      const answer = answerOf(message);
      if (answer) answers.push(answer);
    });
    return answers;
  };
}

function answerOf(message: OscMessage): PhoneAnswer | undefined {
  switch (message.address) {
    case '/OSCSetSendTargetConfirm':
      return { answer: 'answerTargetSet' };
    case '/Battery': {
      const level = message.numberAt(0);
      // iOS says -1 where it does not know.
      return level >= 0 && level <= 1 ? { answer: 'battery', level } : undefined;
    }
    case '/Thermals': {
      const state = THERMAL_STATES[message.numberAt(0)];
      return state && { answer: 'thermals', state };
    }
    case '/ARSessionStartConfirm':
      return { answer: 'sessionStarted' };
    case '/ARSessionStopConfirm':
      return { answer: 'sessionStopped' };
    case '/RecordStartConfirm':
      return { answer: 'recordingStarted', timecode: message.textAt(0) ?? '' };
    case '/RecordStopConfirm':
      return recordingStopped(message);
    case '/AppActivated':
      return { answer: 'appActivated' };
    case '/AppDeactivated':
      return { answer: 'appDeactivated' };
    default:
      return undefined;
  }
}

function recordingStopped(message: OscMessage): PhoneAnswer | undefined {
  const [timecode, csvPath, moviePath] = [message.textAt(0), message.textAt(1), message.textAt(2)];
  if (timecode === undefined || csvPath === undefined || moviePath === undefined) return undefined;
  return { answer: 'recordingStopped', timecode, csvPath, moviePath };
}
