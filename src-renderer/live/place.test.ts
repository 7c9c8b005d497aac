import { describe, expect, it } from 'vitest';
import { readPlace } from './place.ts';

describe('the place of a phone', () => {
  it('is an address, or an address and a port', () => {
    expect(readPlace('192.168.1.20')).toEqual({ address: '192.168.1.20' });
    expect(readPlace('10.0.0.7:21412')).toEqual({ address: '10.0.0.7', port: 21_412 });
  });

  it.each([
    '',
    'phone',
    '192.168.1',
    '192.168.1.300',
    '10.0.0.7:',
    '10.0.0.7:0',
    '10.0.0.7:x',
    '10.0.0.7:1:2',
  ])('is not %j', (text) => expect(readPlace(text)).toBeUndefined());
});
