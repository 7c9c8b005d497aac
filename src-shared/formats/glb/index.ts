export { CHUNK_HEADER_BYTES, GLB_HEAD_BYTES, readBinaryBytes, readGlbHead, truncated } from './container.ts';
export { type AvatarDescription, describeAvatar } from './describeAvatar.ts';
export { parseGltf } from './gltf.ts';
export { requireWhole } from './requireWhole.ts';
