export { GLB_HEAD_BYTES, type GlbHead, glbJsonBytes, readGlbHead, truncated } from './container.ts';
export { type AvatarDescription, type AvatarMesh, describeAvatar } from './describeAvatar.ts';
export { type Gltf, parseGltf } from './gltf.ts';
