/** The server host over the noisy engine beside this file; says its address as `pawlab serve --json` does, ends on SIGTERM. */
import { join } from 'node:path';
import { startServer } from '../../../src/server/server.ts';

const root = join(import.meta.dirname, '..', '..', '..');

const server = await startServer({
  port: 0,
  engine: {
    node: process.execPath,
    entry: join(import.meta.dirname, 'engine.ts'),
    environment: process.env,
    log: console.error,
  },
  page: join(root, 'out', 'renderer'),
  onBug: console.error,
});
const { address, port } = server;
console.log(JSON.stringify({ type: 'serving', address, port }));
process.on('SIGTERM', () => void server.close().then(() => process.exit()));
