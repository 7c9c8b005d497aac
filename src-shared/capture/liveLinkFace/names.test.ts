import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { requireShared } from '../../../scripts/testing/shared.ts';
import { CAPTURE_CHANNELS } from '../captureFrame.ts';
import { channelNamed, LIVE_LINK_FACE_NAMES } from './names.ts';

const ordersSchema = z.object({
  'udp_v6_index_order_61 (UE EARFaceBlendShape)': z.array(z.string()),
  'llf_csv_header_63 (real file)': z.array(z.string()),
});

describe('the names of Live Link Face', () => {
  it('are those of the reference, in the order of the packet', (context) => {
    const file = requireShared(context, 'reference/face/arkit-orders.json');
    const orders = ordersSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
    expect(LIVE_LINK_FACE_NAMES).toEqual(orders['udp_v6_index_order_61 (UE EARFaceBlendShape)']);
    const [, , ...csvNames] = orders['llf_csv_header_63 (real file)'];
    expect([...csvNames].sort()).toEqual([...LIVE_LINK_FACE_NAMES].sort());
  });

  it('stand for each channel once', () => {
    const channels = LIVE_LINK_FACE_NAMES.map((name) => CAPTURE_CHANNELS[channelNamed(name) ?? -1]);
    expect([...channels].sort()).toEqual([...CAPTURE_CHANNELS].sort());
  });

  it('find their channel by name', () => {
    const channel = (name: string) => CAPTURE_CHANNELS[channelNamed(name) ?? -1];
    expect(channel('JawLeft')).toBe('jawLeft');
    expect(channel('MouthRight')).toBe('mouthRight');
    expect(channel('RightEyePitch')).toBe('rightEyePitch');
    expect(channelNamed('jawLeft')).toBeUndefined();
    expect(channelNamed('Timecode')).toBeUndefined();
    expect(channelNamed('')).toBeUndefined();
  });
});
