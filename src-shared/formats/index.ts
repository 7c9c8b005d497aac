export { type ManifestRow, parseManifest } from './manifest/manifest.ts';
export { decodeText } from './manifest/textEncoding.ts';
