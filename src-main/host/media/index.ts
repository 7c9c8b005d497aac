export { openVideo } from './decodedVideo.ts';
export { SOUND_FORMAT } from './ffmpeg.ts';
export { writePicture } from './picture.ts';
export { writePlayableCopy } from './playableCopy.ts';
export { writeSeekableCopy } from './seekableCopy.ts';
export { writeSound } from './sound.ts';
export { readVideoInfo, type VideoInfo } from './videoInfo.ts';
