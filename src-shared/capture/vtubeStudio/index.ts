export { createVtubeStudioDecoder } from './decodeFrame.ts';
export { encodeVtubeStudio } from './encodeFrame.ts';
export {
  decodeTrackingRequest,
  encodeTrackingRequest,
  VTUBE_STUDIO_LEASE_SECONDS,
  VTUBE_STUDIO_PHONE_PORT,
  VTUBE_STUDIO_RENEWAL_SECONDS,
} from './request.ts';
