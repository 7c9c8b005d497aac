import type { TakeFormat } from '#shared/contract/index.ts';

/** What no system allows in a name (Windows' list, which is the longest), and control characters. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const FORBIDDEN = /[<>:"/\\|?*\u0000-\u001f\u007f]/g;
/** Names that Windows keeps for devices, whatever their ending. */
const RESERVED = /^(con|prn|aux|nul|com\d|lpt\d)$/i;
const MAX_PART = 60;

/**
 * The name that Live Link Face gives to a subject's file: `<slate>_<take>_<subject>`, as any system can have it.
 * Parts that are empty are left out.
 */
export function exportName(slate: string, takeNumber: number, subject: string, format: TakeFormat): string {
  const parts = [slate, String(takeNumber), subject].map(safe).filter((part) => part !== '');
  const stem = parts.join('_');
  return `${RESERVED.test(stem) ? `_${stem}` : stem}.${format}`;
}

function safe(text: string): string {
  const letters = [...text.normalize('NFC').replace(FORBIDDEN, '-')].slice(0, MAX_PART);
  return letters.join('').replace(/^[\s.]+|[\s.]+$/g, '');
}
