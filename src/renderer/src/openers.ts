/** How the page reaches its host: over the desktop's bridge, or over a WebSocket to where it was loaded from. */
import type { Bridge } from '../../contract/host.ts';
import type { Opener } from './link.ts';

/** The window's channel is there from the beginning and lasts as long as the page. */
export const overBridge =
  (bridge: Bridge): Opener =>
  ({ opened }) =>
    opened({ send: (message) => bridge.send(message), onMessage: (listener) => bridge.onMessage(listener) });

/** The cookie of the page authenticates it. */
export const overSocket =
  (address: URL): Opener =>
  ({ opened, closed }) => {
    const socket = new WebSocket(address);
    socket.addEventListener('open', () =>
      opened({
        send: (message) => socket.send(JSON.stringify(message)),
        onMessage: (listener) =>
          socket.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
            if (typeof data === 'string') listener(JSON.parse(data));
          }),
      }),
    );
    socket.addEventListener('close', closed);
  };

/** `./socket` beside the page. */
export function socketAddress(page: string): URL {
  const address = new URL('socket', page);
  address.protocol = address.protocol === 'https:' ? 'wss:' : 'ws:';
  address.search = '';
  address.hash = '';
  return address;
}
