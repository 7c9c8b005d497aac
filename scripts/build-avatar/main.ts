import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { NodeIO } from '@gltf-transform/core';
import { ALL_EXTENSIONS } from '@gltf-transform/extensions';
import { MeshoptDecoder, MeshoptEncoder } from 'meshoptimizer';
import { repositoryRoot } from '../testing/shared.ts';
import { buildAvatar } from './avatar.ts';
import { compress } from './glb/compress.ts';
import { avatarDocument } from './glb/document.ts';
import { sourceFolder } from './source/package.ts';
import { paintLooks } from './textures/looks.ts';
import { addMaterials } from './textures/materials.ts';

const OUTPUT = join(repositoryRoot, 'resources/avatars/default.glb');

const folder = sourceFolder();
const avatar = await buildAvatar(folder);
const looks = paintLooks(folder, avatar);
const document = avatarDocument(avatar, (owner) => addMaterials(owner, looks));
await compress(document);
await MeshoptEncoder.ready;
const io = new NodeIO()
  .registerExtensions(ALL_EXTENSIONS)
  .registerDependencies({ 'meshopt.encoder': MeshoptEncoder, 'meshopt.decoder': MeshoptDecoder });
mkdirSync(join(OUTPUT, '..'), { recursive: true });
const bytes = await io.writeBinary(document);
writeFileSync(OUTPUT, bytes);
process.stdout.write(`${OUTPUT}: ${bytes.length} bytes\n`);
