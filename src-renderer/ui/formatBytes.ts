/** An amount of data, as the studio writes it: 12 KB, 3.4 MB, 120 MB. A megabyte is 1024 × 1024 bytes. */
export function formatBytes(bytes: number): string {
  const size = bytes / 2 ** 20;
  if (size < 1) return `${Math.ceil(bytes / 1024)} KB`;
  return `${size.toFixed(size < 10 ? 1 : 0)} MB`;
}
