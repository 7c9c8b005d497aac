import { encodeOscMessage, type OscArgument } from '../osc/encode.ts';

/**
 * What Live Link Face can be told over OSC, to the address and port under "Listener" in its settings (Epic's
 * documentation of the app, "Controlling LiveLinkFace with OSC").
 */
export type PhoneCommand =
  /** Where answers go. `address` is a host as the phone reaches it. */
  | { readonly command: 'setAnswerTarget'; readonly address: string; readonly port: number }
  /** Where the face is streamed to, beside the targets that there are. */
  | { readonly command: 'addStreamTarget'; readonly address: string; readonly port: number }
  | { readonly command: 'clearStreamTargets' }
  | { readonly command: 'setSubject'; readonly subject: string }
  | { readonly command: 'startStream' }
  | { readonly command: 'stopStream' }
  | { readonly command: 'askBattery' }
  | { readonly command: 'askThermals' }
  | { readonly command: 'setSlate'; readonly slate: string }
  | { readonly command: 'setTake'; readonly take: number }
  /** Camera and tracking on or off. */
  | { readonly command: 'startSession' }
  | { readonly command: 'stopSession' }
  | { readonly command: 'startRecording'; readonly slate: string; readonly take: number }
  | { readonly command: 'stopRecording' }
  /**
   * Sends a file: the phone connects to that TCP port and writes the file's length as a big-endian i32, then the file.
   * `path` is one that the answer `recordingStopped` gave.
   */
  | { readonly command: 'sendFile'; readonly address: string; readonly port: number; readonly path: string }
  /** The picture on the phone's screen; tracking and recording go on without it. */
  | { readonly command: 'showVideo' }
  | { readonly command: 'hideVideo' };

/**
 * A command as the packet that the app takes.
 * @throws MimesisError `usage` where a text has a 0 character, or a port or take is no whole number below 2^31
 */
export function encodePhoneCommand(command: PhoneCommand): Uint8Array {
  switch (command.command) {
    case 'setAnswerTarget':
      return encodeOscMessage('/OSCSetSendTarget', [text(command.address), whole(command.port)]);
    case 'addStreamTarget':
      return encodeOscMessage('/AddLiveLinkAddress', [text(command.address), whole(command.port)]);
    case 'clearStreamTargets':
      return encodeOscMessage('/ClearAllLiveLinkAddresses');
    case 'setSubject':
      return encodeOscMessage('/LiveLinkSubject', [text(command.subject)]);
    case 'startStream':
      return encodeOscMessage('/LiveLinkStreamStart');
    case 'stopStream':
      return encodeOscMessage('/LiveLinkStreamStop');
    case 'askBattery':
      return encodeOscMessage('/BatteryQuery');
    case 'askThermals':
      return encodeOscMessage('/ThermalsQuery');
    case 'setSlate':
      return encodeOscMessage('/Slate', [text(command.slate)]);
    case 'setTake':
      return encodeOscMessage('/Take', [whole(command.take)]);
    case 'startSession':
      return encodeOscMessage('/ARSessionStart');
    case 'stopSession':
      return encodeOscMessage('/ARSessionStop');
    case 'startRecording':
      return encodeOscMessage('/RecordStart', [text(command.slate), whole(command.take)]);
    case 'stopRecording':
      return encodeOscMessage('/RecordStop');
    case 'sendFile':
      return encodeOscMessage('/Transport', [text(`${command.address}:${command.port}`), text(command.path)]);
    case 'showVideo':
      return encodeOscMessage('/VideoDisplayOn');
    case 'hideVideo':
      return encodeOscMessage('/VideoDisplayOff');
  }
}

const text = (value: string): OscArgument => ({ type: 's', value });
const whole = (value: number): OscArgument => ({ type: 'i', value });
