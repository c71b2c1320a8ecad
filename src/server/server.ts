/** The headless host: the page, pictures and the contract for browsers on this computer. */
import { randomBytes } from 'node:crypto';
import { homedir } from 'node:os';
import type { Server } from 'node:http';
import { serve as listen } from '@hono/node-server';
import packageFile from '../../package.json' with { type: 'json' };
import type { HostApi } from '../contract/host.ts';
import { startEngine, type EngineOptions, type EngineProcess } from '../host/engine-process.ts';
import { listFolder } from '../host/folders.ts';
import { createUploads } from '../host/uploads.ts';
import { createWeb } from '../host/web.ts';
import { createApp } from './app.ts';
import type { Secret } from './guard.ts';
import { acceptTabs } from './tabs.ts';

export interface ServerOptions {
  /** null: the usual one, or any where it is taken. */
  readonly port: number | null;
  readonly engine: EngineOptions;
  /** The folder of the built page. */
  readonly page: string;
  readonly onBug: (error: unknown) => void;
}

export interface RunningServer {
  /** With the token: whoever has it may do what the person may. */
  readonly address: string;
  readonly port: number;
  /** Ends the connections; lets what runs be saved; resolves when all is gone. */
  close(): Promise<void>;
}

/** PAWL on a telephone's keys. */
export const usualPort = 7295;

/** Throws what listening throws (`EADDRINUSE`, `EACCES`) where a port was asked for. */
export async function startServer({ port, engine: engineOptions, page, onBug }: ServerOptions): Promise<RunningServer> {
  let answer: Fetch = () => new Response(null, { status: 503 });
  const server = await listening((request, environment) => answer(request, environment), port);
  const own = portOf(server);
  const secret: Secret = { token: randomBytes(24).toString('base64url'), cookieName: `pawlab-${own}` };
  const engine = startEngine(engineOptions);
  const uploads = createUploads();
  answer = createApp({ web: createWeb({ page, pictures: engine.pictures, uploads, onBug }), secret }).fetch;
  const tabs = acceptTabs({ server, secret, engine, host: hostApi(engine), onBug });
  return {
    address: `http://127.0.0.1:${own}/?token=${secret.token}`,
    port: own,
    close: async () => {
      server.close();
      // Pages are told what becomes of a training; then they are left.
      await engine.close();
      await tabs.close();
      server.closeAllConnections();
      await uploads.close();
    },
  };
}

const hostApi = (engine: EngineProcess): HostApi => ({
  capabilities: () =>
    Promise.resolve({
      host: 'server',
      platform: platformOf(process.platform),
      desktop: false,
      home: homedir(),
      version: packageFile.version,
    }),
  engine: () => Promise.resolve(engine.state()),
  restartEngine: () => {
    engine.restart();
    return Promise.resolve();
  },
  listFolder,
});

const platformOf = (name: string): 'linux' | 'darwin' | 'win32' | null =>
  name === 'linux' || name === 'darwin' || name === 'win32' ? name : null;

type Fetch = Parameters<typeof listen>[0]['fetch'];

async function listening(fetch: Fetch, port: number | null): Promise<Server> {
  if (port !== null) return listenAt(fetch, port);
  return listenAt(fetch, usualPort).catch((error: unknown) => {
    if (!(error instanceof Error && 'code' in error && error.code === 'EADDRINUSE')) throw error;
    return listenAt(fetch, 0);
  });
}

/** Nobody outside this computer reaches it. */
function listenAt(fetch: Fetch, port: number): Promise<Server> {
  return new Promise((resolve, reject) => {
    const server = listen({ fetch, port, hostname: '127.0.0.1' }, () => resolve(server as Server));
    server.on('error', reject);
  });
}

function portOf(server: Server): number {
  const address = server.address();
  return typeof address === 'object' && address !== null ? address.port : 0;
}
