import { createHash } from 'node:crypto';
import { createServer } from 'node:net';
import { codeOf } from '../files/reasons.ts';
import { advice } from './advice.ts';

/**
 * Runs `body` while this process alone works on a folder. The lock is a name among Linux's abstract sockets: the system
 * gives it to one process and takes it back when that ends, however it ends. Throws PawlabError `gpu-pack-busy`.
 */
export async function withLock<T>(folder: string, body: () => Promise<T>): Promise<T> {
  const name = createHash('sha256').update(folder).digest('hex');
  const server = createServer((connection) => connection.destroy());
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error) => reject(codeOf(error) === 'EADDRINUSE' ? advice.busy() : error));
    server.listen(`\0pawlab-gpu-pack-${name}`, resolve);
  });
  try {
    return await body();
  } finally {
    await new Promise((resolve) => server.close(resolve));
  }
}
