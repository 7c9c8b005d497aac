/**
 * Properties as SQLite holds them, by the names of their columns: those of the properties, with underscores. Texts are
 * held as they are, flags as 0 and 1, all else as JSON.
 */
export function columnsOf(properties: object): Record<string, string | number> {
  return Object.fromEntries(
    Object.entries(properties).map(([name, value]) => [
      name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`),
      typeof value === 'boolean' ? Number(value) : typeof value === 'string' ? value : JSON.stringify(value),
    ]),
  );
}
