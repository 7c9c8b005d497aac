import { ARKIT_BLENDSHAPE_COUNT } from '../../face/index.ts';
import { BLENDSHAPE_SPELLINGS } from '../blendshapeSpellings.ts';
import { createByteNames } from '../byteNames.ts';
import { readByteNumber } from '../byteNumber.ts';
import { POSITION_SLOT, TRACKING_STATUS, TRACKING_STATUS_SLOT, TURNED_PARTS } from './frameText.ts';

const BAR = 0x7c;
const EQUALS = 0x3d;
const HASH = 0x23;
const AMPERSAND = 0x26;
const MINUS = 0x2d;
const COMMA = 0x2c;
const SPACE = 0x20;
const ANGLES = 3;
const NUMBERS_OF_HEAD = 6;

const slotOf = createByteNames(
  new Map([
    ...BLENDSHAPE_SPELLINGS,
    ...Object.entries(TURNED_PARTS),
    [TRACKING_STATUS, TRACKING_STATUS_SLOT],
  ]),
);

const numbers = new Float64Array(NUMBERS_OF_HEAD);

/**
 * Reads each field of a frame into the slot of its name, as it was sent, where that slot is still NaN.
 * @returns how many fields have a name that is known, readable or not
 */
export function readFields(packet: Uint8Array, sent: Float64Array): number {
  let known = 0;
  let from = 0;
  while (from < packet.length) {
    let to = from;
    while (to < packet.length && packet[to] !== BAR && packet[to] !== EQUALS) to += 1;
    if (readField(packet, from, to, sent)) known += 1;
    from = to + 1;
  }
  return known;
}

/** Whether a packet holds nothing but separators and white space. */
export function isBlank(packet: Uint8Array): boolean {
  for (let i = 0; i < packet.length; i++) {
    const byte = packet[i] ?? SPACE;
    if (byte > SPACE && byte !== BAR && byte !== EQUALS) return false;
  }
  return true;
}

function readField(packet: Uint8Array, start: number, end: number, sent: Float64Array): boolean {
  let from = start;
  let to = end;
  while (from < to && (packet[from] ?? 0) <= SPACE) from += 1;
  while (to > from && (packet[to - 1] ?? 0) <= SPACE) to -= 1;
  let mark = from;
  while (mark < to && !isMark(packet[mark])) mark += 1;
  if (mark === to) return false;
  const slot = slotOf(packet, from, mark);
  const isTurn = packet[mark] === HASH;
  if (slot < 0 || isTurn !== isTurnSlot(slot)) return false;
  if (isTurn) readTurn(packet, mark + 1, to, sent, slot);
  else fill(sent, slot, readByteNumber(packet, mark + 1, to));
  return true;
}

/** The first of these ends a name: what follows may have a minus of its own. */
function isMark(byte: number | undefined): boolean {
  return byte === MINUS || byte === AMPERSAND || byte === HASH;
}

function isTurnSlot(slot: number): boolean {
  return slot >= ARKIT_BLENDSHAPE_COUNT && slot < TRACKING_STATUS_SLOT;
}

/** Three angles; of the head, three lengths after them. */
function readTurn(packet: Uint8Array, from: number, to: number, sent: Float64Array, slot: number): void {
  const count = readList(packet, from, to);
  if (count < ANGLES) return;
  for (let i = 0; i < ANGLES; i++) fill(sent, slot + i, numbers[i]);
  if (slot !== TURNED_PARTS.head || count < NUMBERS_OF_HEAD) return;
  for (let i = 0; i < ANGLES; i++) fill(sent, POSITION_SLOT + i, numbers[ANGLES + i]);
}

/** Reads up to six numbers with commas between them; returns how many stand before the first that cannot be read. */
function readList(packet: Uint8Array, from: number, to: number): number {
  let at = from;
  let count = 0;
  while (count < NUMBERS_OF_HEAD && at <= to) {
    let comma = at;
    while (comma < to && packet[comma] !== COMMA) comma += 1;
    const number = readByteNumber(packet, at, comma);
    if (Number.isNaN(number)) return count;
    numbers[count] = number;
    count += 1;
    at = comma + 1;
  }
  return count;
}

function fill(sent: Float64Array, slot: number, value: number | undefined): void {
  if (Number.isNaN(sent[slot])) sent[slot] = value ?? Number.NaN;
}
