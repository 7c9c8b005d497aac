import { createSocket } from 'node:dgram';

/**
 * This computer's own address as another one sees it: of the network through which packets to it go out. Nothing is sent.
 * @throws the system's error where no network leads there
 */
export function addressTowards(address: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = createSocket('udp4');
    const fail = (error: Error): void => {
      socket.close();
      reject(error);
    };
    socket.once('error', fail);
    // Any port: a UDP socket that is connected asks the system for a way, and nobody else.
    const anyPort = 9;
    socket.connect(anyPort, address, (error?: Error) => {
      if (error) return fail(error);
      const own = socket.address().address;
      socket.close();
      resolve(own);
    });
  });
}
