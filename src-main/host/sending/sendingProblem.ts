import { type Destination, type ErrorInfo, MimesisError, toErrorInfo } from '#shared/contract/index.ts';

type Place = Pick<Destination, 'address' | 'port'>;

/** What a system says where nobody has the port open; packets go out all the same. */
export const REFUSED = 'ECONNREFUSED';

/** Why packets do not reach a place, in plain words, from what the system or an encoder has said. */
export function sendingProblem({ address, port }: Place, error: unknown): ErrorInfo {
  if (error instanceof MimesisError) return toErrorInfo(error);
  const code = codeOf(error);
  switch (code) {
    case REFUSED:
      return {
        kind: 'host_unreachable',
        message: `Nothing listens at ${address}, UDP port ${port}.`,
        remedy: 'Open the program that shall receive, and look at the port in it.',
      };
    case 'ENETUNREACH':
    case 'ENETDOWN':
    case 'EADDRNOTAVAIL':
      return {
        kind: 'host_unreachable',
        message: `This computer is in no network that leads to ${address}.`,
        remedy: 'Look at the address, and at the connection to the network.',
      };
    case 'EHOSTUNREACH':
    case 'EHOSTDOWN':
      return {
        kind: 'host_unreachable',
        message: `There is no computer at ${address}, or it is switched off.`,
        remedy: 'Look at the address; it is tried again each second.',
      };
    case 'EPERM':
    case 'EACCES':
      return {
        kind: 'host_unreachable',
        message: `This computer does not let anything out to ${address}, UDP port ${port}.`,
        remedy: 'Its firewall must let UDP out; an address for all computers of a network cannot be used.',
      };
    default: {
      const reason = error instanceof Error ? error.message : String(error);
      return { kind: 'io', message: `Nothing can be sent to ${address}, UDP port ${port}: ${reason}.` };
    }
  }
}

export const codeOf = (error: unknown): unknown =>
  error instanceof Error && 'code' in error ? error.code : undefined;
