export { GLB_HEAD_BYTES, glbJsonBytes, readGlbHead, truncated } from './container.ts';
export { type AvatarDescription, describeAvatar } from './describeAvatar.ts';
export { parseGltf } from './gltf.ts';
