export { type DecodedFrame, type DecodedVideo, openVideo, workingSize } from './decodedVideo.ts';
export { readVideoInfo, type VideoInfo } from './videoInfo.ts';
