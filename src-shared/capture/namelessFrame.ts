import type { CaptureFrame } from './captureFrame.ts';

/**
 * Sets what a protocol leaves open that names no sender and has neither a body nor a time: the receiver tells senders
 * apart by their address.
 */
export function setNameless(frame: CaptureFrame, faceFound: boolean): void {
  frame.deviceId = '';
  frame.subject = '';
  frame.isTimed = false;
  frame.frameRate = 0;
  frame.faceFound = faceFound;
  frame.hasHeadPosition = false;
  frame.bodyFound = false;
}
