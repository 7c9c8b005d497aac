import { copyFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { AfterPackContext, Configuration } from 'electron-builder';

import { hostModels } from './scripts/package/hostModels.ts';
import { hostPackages } from './scripts/package/hostPackages.ts';
import { say } from './scripts/package/say.ts';
import { findElectron } from './src-main/host/doctor/index.ts';

/** The host's code in the package's resources, laid out as in a checkout; src-main/shell/installation.ts looks there. */
const HOST = 'app-host';

const icon = 'resources/icons/icon.png';

/** The program is the app and nothing else: no Node, no debugger, no code but that of its sealed archive. */
const fuses: NonNullable<Configuration['electronFuses']> = {
  runAsNode: false,
  enableNodeOptionsEnvironmentVariable: false,
  enableNodeCliInspectArguments: false,
  enableEmbeddedAsarIntegrityValidation: true,
  onlyLoadAppFromAsar: true,
  enableCookieEncryption: true,
};

/** The Electron that set-up has found, and its fuses; without one electron-builder fetches the official one. */
function electron(): Pick<Configuration, 'electronDist' | 'electronVersion' | 'electronFuses'> {
  const runtime = findElectron();
  // Only newer ones than that for tests have a fuse for the rights of file: pages, of which there are none here.
  const electronFuses = { ...fuses, grantFileProtocolExtraPrivileges: false };
  if (!runtime) return { electronFuses };
  const { folder, version, official } = runtime;
  if (!official)
    say(`packing the old Electron ${version}: for tests on this machine, not to be given to anyone`);
  return {
    electronDist: folder,
    electronVersion: version,
    electronFuses: official ? electronFuses : fuses,
  };
}

/**
 * Adds and removes what electron-builder cannot be told: it leaves out of the archive whatever it copies beside it, so
 * package.json is copied here; and from an unpacked Electron it takes the app that starts when there is no other.
 */
async function complete({ appOutDir, packager }: AfterPackContext): Promise<void> {
  const resources = packager.getResourcesDir(appOutDir);
  await copyFile(join(packager.projectDir, 'package.json'), join(resources, HOST, 'package.json'));
  await rm(join(resources, 'default_app.asar'), { force: true });
  await rm(join(appOutDir, 'version'), { force: true });
}

export default async (): Promise<Configuration> => ({
  appId: 'studio.mimesis.app',
  directories: { output: 'dist' },
  ...electron(),
  // Native packages ship their own binaries for every platform; nothing is compiled.
  npmRebuild: false,
  asar: true,
  files: ['out/**', '!node_modules/**'],
  extraResources: [
    { from: 'node_modules/node/bin', to: 'node/bin' },
    { from: 'LICENSE', to: `${HOST}/LICENSE` },
    ...['src-main/host', 'src-main/cli', 'src-shared'].map((folder) => ({
      from: folder,
      to: `${HOST}/${folder}`,
      filter: ['**/*.ts', '!**/*.test.ts', '!**/testing/**'],
    })),
    { from: 'resources', to: `${HOST}/resources`, filter: ['**/*', '!icons/**', '!sample/*.truth.json'] },
    { from: 'out/renderer', to: `${HOST}/out/renderer` },
    ...hostPackages(HOST),
    ...(await hostModels(`${HOST}/resources/models`)),
  ],
  afterPack: complete,
  protocols: [{ name: 'Mimesis Studio', schemes: ['mimesis'] }],
  linux: { target: 'dir', category: 'AudioVideo', icon },
  mac: {
    target: 'dir',
    category: 'public.app-category.graphics-design',
    icon,
    // macOS ends an app that opens a camera or a microphone without having said what for.
    extendInfo: {
      NSCameraUsageDescription:
        'To track a face, hands and body, and to record a reference video beside a take.',
      NSMicrophoneUsageDescription: 'To record sound in sync with a take.',
    },
  },
  win: { target: 'dir', icon },
});
