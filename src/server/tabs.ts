import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocketServer, type WebSocket } from 'ws';
import type { HostApi } from '../contract/host.ts';
import type { EngineProcess } from '../host/engine-process.ts';
import { refusalOf, type Secret } from './guard.ts';
import { serveTab } from './tab.ts';

export interface TabsOptions {
  readonly server: Server;
  readonly secret: Secret;
  readonly engine: EngineProcess;
  readonly host: HostApi;
  readonly onBug: (error: unknown) => void;
}

export interface Tabs {
  /** Takes leave of all; resolves when they are gone. */
  close(): Promise<void>;
}

/** Of the server's address: what a page opens its WebSocket to. */
export const socketPath = '/socket';

/** A page asks with a few lines; a prediction names all its pictures. */
const largestMessage = 32 * 1024 * 1024;

/** Milliseconds for a tab to take leave as well. */
const leaveWait = 1000;

/** Takes the WebSockets of pages: many of them on one engine, each told of every event. */
export function acceptTabs(options: TabsOptions): Tabs {
  const { server, secret } = options;
  const sockets = new WebSocketServer({ noServer: true, maxPayload: largestMessage, perMessageDeflate: false });
  server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    const status = statusFor(request, secret);
    if (status !== null) {
      socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
      return;
    }
    sockets.handleUpgrade(request, socket, head, (tab: WebSocket) => serveTab(tab, options));
  });
  return { close: () => leave(sockets) };
}

function leave(sockets: WebSocketServer): Promise<void> {
  for (const tab of sockets.clients) tab.close(1001, 'Pawlab ends');
  const impatient = setTimeout(() => {
    for (const tab of sockets.clients) tab.terminate();
  }, leaveWait);
  return new Promise((resolve) =>
    sockets.close(() => {
      clearTimeout(impatient);
      resolve();
    }),
  );
}

/** Null for a request that may become a WebSocket. */
function statusFor({ url = '', headers }: IncomingMessage, secret: Secret): string | null {
  if (url !== socketPath) return '404 Not Found';
  const { host, origin, cookie } = headers;
  const refusal = refusalOf({ host, origin, cookie, token: null, mustNameOrigin: true }, secret);
  return refusal === null ? null : `${refusal.status} Refused`;
}
