import { CAPTURE_CHANNEL_COUNT, CAPTURE_CHANNELS } from '../captureFrame.ts';

/**
 * A frame of iFacialMocap or Facemotion3d is text:
 * `name-12|name-3|…|=head#rx,ry,rz,px,py,pz|rightEye#rx,ry,rz|leftEye#rx,ry,rz|`, with `&` for the first `-` in
 * iFacialMocap's version 2 and in Facemotion3d, where values may be negative. Coefficients count in hundredths, angles
 * in degrees (see arkitAngles.ts), places in metres (assumed: the frames on the vendors' pages put the head at
 * z = -0.66 and -0.46; the axes are those of `CaptureFrame.headPosition`). Newer versions of iFacialMocap begin with
 * `trackingStatus-1`, which is 0 where no face is seen. Names come in any order, and unknown ones among them.
 * Sources: https://www.ifacialmocap.com/for-developer/, https://www.facemotion3d.net/english/for-developer/.
 */
export const TRACKING_STATUS = 'trackingStatus';

/** The turned parts of a frame, and where the three angles of each lie in `CaptureFrame.channels`. */
export const TURNED_PARTS = {
  head: CAPTURE_CHANNELS.indexOf('headYaw'),
  rightEye: CAPTURE_CHANNELS.indexOf('rightEyeYaw'),
  leftEye: CAPTURE_CHANNELS.indexOf('leftEyeYaw'),
} as const;

/** What a frame can tell: the channels, then whether a face is seen, then where the head is. */
export const TRACKING_STATUS_SLOT = CAPTURE_CHANNEL_COUNT;
export const POSITION_SLOT = TRACKING_STATUS_SLOT + 1;
export const SLOT_COUNT = POSITION_SLOT + 3;

/** Longest frame taken; a true one has about 1200 bytes. The vendor's own reader takes 8192. */
export const MAX_FRAME_BYTES = 8192;
