export { openVideo } from './decodedVideo.ts';
export { writePlayableCopy } from './playableCopy.ts';
export { readVideoInfo, type VideoInfo } from './videoInfo.ts';
