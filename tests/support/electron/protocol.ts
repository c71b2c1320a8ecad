/** `protocol`: the program's own schemes, answered by a server on this machine. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { addScheme, toProgram } from './addresses.ts';
import { accept, only, requireKnown } from './refusing.ts';

type Handler = (request: Request) => Response | Promise<Response>;
interface CustomScheme {
  readonly scheme: string;
  readonly privileges?: object;
}

const handlers = new Map<string, Handler>();
const privileges = ['standard', 'secure', 'supportFetchAPI', 'stream', 'corsEnabled', 'codeCache', 'bypassCSP'];

export const protocol = only('protocol', {
  registerSchemesAsPrivileged(schemes: readonly CustomScheme[]) {
    accept('protocol.registerSchemesAsPrivileged (all are standard, secure and can be fetched)');
    for (const { scheme, privileges: some = {} } of schemes) {
      requireKnown('privileges', some, privileges);
      addScheme(scheme);
    }
  },
  handle: (scheme: string, handler: Handler) => void handlers.set(scheme, handler),
});

/** Resolves with the port. */
export function serveSchemes(): Promise<number> {
  const server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => {
      if (!response.headersSent) console.error('a handler of protocol.handle failed:', error);
      response.destroy();
    });
  });
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      resolve(typeof address === 'object' && address !== null ? address.port : 0);
    });
  });
}

async function answer(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
  const address = toProgram(`http://${incoming.headers.host ?? ''}${incoming.url ?? ''}`);
  const handler = handlers.get(new URL(address).protocol.slice(0, -1));
  if (handler === undefined) {
    outgoing.writeHead(404).end();
    return;
  }
  const stopped = new AbortController();
  outgoing.on('close', () => stopped.abort());
  const response = await handler(requestOf(incoming, address, stopped.signal));
  outgoing.writeHead(response.status, Object.fromEntries(response.headers));
  if (response.body === null) outgoing.end();
  else await pipeline(Readable.fromWeb(response.body), outgoing);
}

function requestOf(incoming: IncomingMessage, address: string, signal: AbortSignal): Request {
  const { method = 'GET', headers } = incoming;
  const named = Object.entries(headers).flatMap(([name, value]) =>
    typeof value === 'string' && name !== 'host' ? [[name, originIn(name, value)] as [string, string]] : [],
  );
  const body = method === 'GET' || method === 'HEAD' ? {} : { body: Readable.toWeb(incoming), duplex: 'half' as const };
  return new Request(address, { method, headers: named, signal, ...body });
}

const originIn = (name: string, value: string): string =>
  name === 'origin' ? toProgram(value).replace(/\/$/, '') : name === 'referer' ? toProgram(value) : value;
