import {
  type CaptureFrame,
  createVmcEncoder,
  encodeArkitData,
  encodeIFacialMocap,
  encodeLiveLinkFace,
  encodeVtubeStudio,
} from '#shared/capture/index.ts';

/** Names of protocols as the command line has them. */
export const SIMULATED_PROTOCOLS = ['llf', 'ifm', 'fm3d', 'vts', 'vmc', 'arkit'] as const;
export type SimulatedProtocol = (typeof SIMULATED_PROTOCOLS)[number];

/** Where each protocol is heard unless another port is named. */
export const DEFAULT_PORTS: Readonly<Record<SimulatedProtocol, number>> = {
  llf: 11_111,
  ifm: 49_983,
  fm3d: 49_993,
  vts: 21_413,
  vmc: 39_539,
  arkit: 11_112,
};

/** The packets of a frame; `playSeconds` have gone since the first one. */
export type FrameEncoder = (frame: CaptureFrame, playSeconds: number) => Uint8Array[];

export function createFrameEncoder(protocol: SimulatedProtocol): FrameEncoder {
  switch (protocol) {
    case 'llf':
      return (frame) => [encodeLiveLinkFace(frame)];
    case 'ifm':
      return (frame) => [encodeIFacialMocap(frame, 'iFacialMocapV2')];
    case 'fm3d':
      return (frame) => [encodeIFacialMocap(frame, 'facemotion3d')];
    case 'vts':
      return (frame) => [encodeVtubeStudio(frame)];
    case 'vmc':
      return createVmcEncoder();
    case 'arkit':
      return (frame) => [encodeArkitData(frame)];
  }
}
