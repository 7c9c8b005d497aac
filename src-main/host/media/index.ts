export { openVideo } from './decodedVideo.ts';
export { readVideoInfo, type VideoInfo } from './videoInfo.ts';
