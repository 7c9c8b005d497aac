import { createHash } from 'node:crypto';

/** The same name is the same phone each time, as a real one keeps its id. In the form of a UUID. */
export function deviceIdOf(subject: string): string {
  const hex = createHash('sha256').update(subject).digest('hex').toUpperCase();
  return hex.slice(0, 32).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
