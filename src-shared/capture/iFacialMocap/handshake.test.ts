import { describe, expect, it } from 'vitest';
import { HANDSHAKES, PHONE_COMMANDS } from './handshake.ts';

describe('what is sent to the phone', () => {
  it.each([
    ['iFacialMocapUdpV1', 'iFacialMocap_sahuasouryya9218sauhuiayeta91555dy3719', 49983, 'udp', 49983],
    [
      'iFacialMocapUdpV2',
      'iFacialMocap_sahuasouryya9218sauhuiayeta91555dy3719|sendDataVersion=v2',
      49983,
      'udp',
      49983,
    ],
    ['iFacialMocapTcpV1', 'iFacialMocap_UDPTCP_sahuasouryya9218sauhuiayeta91555dy3719', 49983, 'tcp', 49986],
    [
      'iFacialMocapTcpV2',
      'iFacialMocap_UDPTCP_sahuasouryya9218sauhuiayeta91555dy3719|sendDataVersion=v2',
      49983,
      'tcp',
      49986,
    ],
    ['iFacialMocapBake', 'iFacialMocap_bakeRecordedAnimation_start', 49983, 'tcp', 49987],
    ['facemotion3dUdp', 'FACEMOTION3D_OtherStreaming', 49993, 'udp', 49993],
    ['facemotion3dTcp', 'FACEMOTION3D_OtherStreaming|protocol=tcp', 49993, 'tcp', 49986],
  ] as const)('is for %s what the vendor asks for', (name, text, phonePort, transport, port) => {
    expect(HANDSHAKES[name]).toMatchObject({ text, phonePort, reply: { transport, port } });
  });

  it('stops it and lets it look ahead', () => {
    expect(PHONE_COMMANDS.iFacialMocapStopTcp.text).toBe(
      'iFacialMocap_UDPTCPSTOP_sahuasouryya9218sauhuiayeta91555dy3719',
    );
    expect(PHONE_COMMANDS.iFacialMocapLookForward.text).toBe('iFacialMocap_lookForward');
    expect(PHONE_COMMANDS.facemotion3dStop).toMatchObject({
      text: 'StopStreaming_FACEMOTION3D',
      phonePort: 49993,
    });
  });
});
