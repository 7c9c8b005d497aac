export {
  type HostAddress,
  SHELL_CHANNELS,
  type ShellBridge,
  STUDIO_ORIGIN,
  STUDIO_SCHEME,
} from './bridge.ts';
