/** Bytes from the name of a track header box of version 0 to its matrix (ISO/IEC 14496-12, 8.3.2). */
const MATRIX_OFFSET = 44;
/** a b u c d v x y w as a phone that is held upright writes them: shown a quarter turn clockwise. */
const QUARTER_TURN = [0, 0x10000, 0, -0x10000, 0, 0, 0, 0, 0x40000000];

/** An MP4's bytes with its first track marked to be shown a quarter turn clockwise; no option of ffmpeg does it in every version. */
export function turnClockwise(mp4: Buffer): Buffer {
  const turned = Buffer.from(mp4);
  const box = turned.indexOf('tkhd');
  if (box < 0) throw new Error('no track header');
  for (const [i, value] of QUARTER_TURN.entries()) turned.writeInt32BE(value, box + MATRIX_OFFSET + 4 * i);
  return turned;
}
