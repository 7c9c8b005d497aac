import { describe, expect, it } from 'vitest';
import { type CaptureSocket, type CaptureView, captureSettingsSchema } from '#shared/contract/index.ts';
import { hintsFor } from './hints.ts';

const socket: CaptureSocket = {
  protocol: 'live_link_face',
  transport: 'udp',
  address: '0.0.0.0',
  port: 11_111,
  problem: null,
  foreignPackets: 0,
  malformedPackets: 0,
};

const silent: CaptureView = {
  isArmed: true,
  sockets: [socket],
  numbers: [],
  subjects: [],
  remotes: [],
  metaHuman: [],
  settings: captureSettingsSchema.parse({}),
  networks: [{ name: 'wifi', address: '192.168.1.5' }],
};

describe('where nothing arrives', () => {
  it('the address to send to, the network and the firewall are named', () => {
    expect(hintsFor(silent)).toEqual([
      expect.stringContaining('192.168.1.5, port 11111'),
      expect.stringContaining('same network'),
      expect.stringContaining('UDP in at 11111'),
    ]);
  });

  it('packets of another kind come first: the app is in another mode', () => {
    const [first] = hintsFor({ ...silent, sockets: [{ ...socket, foreignPackets: 3 }] });
    expect(first).toContain('ARKit mode');
  });

  it('damaged packets are told of, with the port that they come to', () => {
    const [first] = hintsFor({ ...silent, sockets: [{ ...socket, malformedPackets: 1 }] });
    expect(first).toContain('damaged at port 11111');
  });

  it('a phone that was asked is named', () => {
    const settings = captureSettingsSchema.parse({
      phones: [{ protocol: 'vtube_studio', address: '192.168.1.20' }],
    });
    expect(hintsFor({ ...silent, settings })[0]).toContain('VTube Studio at 192.168.1.20');
  });

  it('a computer in no network is told so, and one that listens to itself only needs no firewall', () => {
    expect(hintsFor({ ...silent, networks: [] })[0]).toContain('no network');
    expect(hintsFor({ ...silent, sockets: [{ ...socket, address: '127.0.0.1' }] })).toEqual([
      expect.stringContaining('Only this computer'),
    ]);
  });
});
