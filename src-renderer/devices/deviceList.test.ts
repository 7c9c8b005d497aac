import { describe, expect, it } from 'vitest';
import { ANY_DEVICE, devicesOf, isConnected } from './deviceList.ts';

const info = (kind: MediaDeviceInfo['kind'], deviceId: string, label: string): MediaDeviceInfo => ({
  kind,
  deviceId,
  label,
  groupId: '',
  toJSON: () => ({}),
});

describe('the devices of a kind', () => {
  it('are those that the browser names, in its order', () => {
    const listed = [
      info('audioinput', 'default', 'Default'),
      info('videoinput', 'c1', 'Webcam'),
      info('audiooutput', 's1', 'Speaker'),
      info('audioinput', 'm1', 'Lavalier'),
    ];
    expect(devicesOf('microphone', listed)).toEqual([
      { id: 'default', label: 'Default' },
      { id: 'm1', label: 'Lavalier' },
    ]);
    expect(devicesOf('camera', listed)).toEqual([{ id: 'c1', label: 'Webcam' }]);
  });

  it('are one that stands for all before the page may use them', () => {
    const listed = [info('videoinput', '', ''), info('videoinput', '', '')];
    expect(devicesOf('camera', listed).map(({ id }) => id)).toEqual([ANY_DEVICE]);
    expect(devicesOf('microphone', listed)).toEqual([]);
  });

  it('have a number where they have no name', () => {
    const listed = [info('videoinput', 'c1', ''), info('videoinput', 'c2', '')];
    expect(devicesOf('camera', listed).map(({ label }) => label)).toEqual(['Camera 1', 'Camera 2']);
  });
});

describe('a device', () => {
  const webcam = { id: 'c1', label: 'Webcam' };
  const any = { id: ANY_DEVICE, label: 'Any' };

  it('is connected while it is listed, or nobody knows which there are', () => {
    expect(isConnected('c1', [webcam])).toBe(true);
    expect(isConnected('c2', [webcam])).toBe(false);
    expect(isConnected('c1', [any])).toBe(true);
    expect(isConnected('c2', [any, webcam])).toBe(false);
  });

  it('is any while there is one', () => {
    expect(isConnected(ANY_DEVICE, [webcam])).toBe(true);
    expect(isConnected(ANY_DEVICE, [])).toBe(false);
  });
});
