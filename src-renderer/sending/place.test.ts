import { describe, expect, it } from 'vitest';
import { readPlace } from './place.ts';

describe('a place to send to', () => {
  it('is an IPv4 address and a port, the usual one of the protocol where none is named', () => {
    expect(readPlace({ address: '127.0.0.1', port: '' }, 'live_link_face')).toEqual({
      address: '127.0.0.1',
      port: 11_111,
    });
    expect(readPlace({ address: ' 10.0.0.2 ', port: '40000' }, 'vmc')).toEqual({
      address: '10.0.0.2',
      port: 40_000,
    });
    expect(readPlace({ address: '10.0.0.2', port: '' }, 'vmc')?.port).toBe(39_539);
  });

  it.each([
    ['', ''],
    ['unreal', ''],
    ['10.0.0.256', ''],
    ['10.0.0.2', '0'],
    ['10.0.0.2', '65536'],
    ['10.0.0.2', 'x'],
    ['10.0.0.2', '1.5'],
  ])('is not "%s" with port "%s"', (address, port) => {
    expect(readPlace({ address, port }, 'vmc')).toBeUndefined();
  });
});
