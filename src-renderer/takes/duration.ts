/** Seconds as minutes, seconds and tenths, which never round up: 0:59.9. */
export function duration(seconds: number): string {
  const tenths = Math.floor(seconds * 10);
  const whole = String(Math.floor(tenths / 10) % 60).padStart(2, '0');
  return `${Math.floor(tenths / 600)}:${whole}.${tenths % 10}`;
}
