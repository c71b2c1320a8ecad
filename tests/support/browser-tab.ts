import { request, type IncomingHttpHeaders } from 'node:http';
import { text } from 'node:stream/consumers';
import { WebSocket } from 'ws';
import { oneByOne } from '../../src/rpc/one-by-one.ts';
import { connect, type Connection } from '../../src/rpc/connect.ts';

export interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

interface Asking {
  readonly path?: string;
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** A request as it is written here: no browser or fetch cleans its path or headers. */
export function ask(port: number, { path = '/', method = 'GET', headers = {}, body = '' }: Asking): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const asking = request({ host: '127.0.0.1', port, path, method, headers, agent: false }, (response) => {
      text(response).then(
        (all) => resolve({ status: response.statusCode ?? 0, headers: response.headers, body: all }),
        reject,
      );
    });
    asking.on('error', reject);
    asking.end(body);
  });
}

/** The cookie that a first visit to a server's address leaves. */
export async function cookieOf(address: string): Promise<string> {
  const { port, pathname, search } = new URL(address);
  const { headers } = await ask(Number(port), { path: `${pathname}${search}` });
  return headers['set-cookie']?.[0]?.split(';')[0] ?? '';
}

export interface Tab extends Connection {
  /** Resolves with the code that the connection ended with. */
  readonly closed: Promise<number>;
  readonly close: () => void;
}

/** A page's connection, as far as a server can tell. Rejects with the status that it was refused with. */
export function openTab(port: number, headers: Readonly<Record<string, string>>): Promise<Tab> {
  const socket = new WebSocket(`ws://127.0.0.1:${port}/socket`, { headers });
  const closed = new Promise<number>((resolve) => socket.on('close', resolve));
  return new Promise((resolve, reject) => {
    socket.on('unexpected-response', (_, { statusCode }) => reject(new Error(String(statusCode))));
    socket.on('error', reject);
    socket.on('open', () => {
      const connection = connect({
        send: (message) => socket.send(JSON.stringify(message)),
        onMessage: (listener) => {
          const hear = oneByOne(listener);
          socket.on('message', (data: Buffer) => hear(JSON.parse(data.toString())));
        },
      });
      resolve({ ...connection, closed, close: () => socket.close() });
    });
  });
}
