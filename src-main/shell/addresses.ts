import { join, normalize, sep } from 'node:path';
import { STUDIO_ORIGIN } from '#shared/bridge/index.ts';

/** Addresses that may be opened in the user's browser, by origin. */
const OPENED_OUTSIDE = new Set([
  'https://storage.googleapis.com',
  'https://www.unrealengine.com',
  'https://dev.epicgames.com',
]);

/** Pages that the Help menu leads to. */
export const HELP_PAGES = {
  unreal: 'https://dev.epicgames.com/documentation/en-us/unreal-engine/using-live-link-data-in-unreal-engine',
  metahuman: 'https://www.unrealengine.com/metahuman',
} as const;

/** Whether an address is the studio's own page. */
export function isStudioPage(address: string): boolean {
  return address === STUDIO_ORIGIN || address.startsWith(`${STUDIO_ORIGIN}/`);
}

/** Whether an address may be handed to the user's browser. */
export function mayOpenOutside(address: string): boolean {
  try {
    return OPENED_OUTSIDE.has(new URL(address).origin);
  } catch {
    return false;
  }
}

/** The file that an address of the page stands for, or nothing where it leads out of the folder. */
export function fileOfAddress(address: string, folder: string): string | undefined {
  const { host, pathname } = new URL(address);
  let path: string;
  try {
    path = decodeURIComponent(pathname);
  } catch {
    return undefined;
  }
  if (host !== 'app' || path.includes('\0') || path.includes('\\')) return undefined;
  const file = normalize(join(folder, path === '/' ? 'index.html' : path));
  return file.startsWith(folder + sep) ? file : undefined;
}
