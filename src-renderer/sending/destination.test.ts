import { describe, expect, it } from 'vitest';
import { isNamed, newDestination, readAddress, withProtocol } from './destination.ts';

describe('a destination', () => {
  it('is off at first, and at the usual port of its protocol', () => {
    const unreal = newDestination();
    expect(unreal).toMatchObject({ isOn: false, address: '127.0.0.1', port: 11_111 });
    expect(withProtocol(unreal, 'vmc')).toEqual({ ...unreal, protocol: 'vmc', port: 39_539 });
    expect(withProtocol({ ...unreal, port: 4000 }, 'vmc').port).toBe(4000);
  });

  it('has a name for the performance in Live Link Face alone', () => {
    expect(isNamed(newDestination())).toBe(true);
    expect(isNamed({ ...newDestination(), what: 'subjects' })).toBe(false);
    expect(isNamed(withProtocol(newDestination(), 'vmc'))).toBe(false);
  });

  it.each([
    ['127.0.0.1', '127.0.0.1'],
    [' 10.0.0.2 ', '10.0.0.2'],
    ['', undefined],
    ['unreal', undefined],
    ['10.0.0.256', undefined],
  ])('is at an IPv4 address: "%s" is %s', (text, address) => {
    expect(readAddress(text)).toBe(address);
  });
});
