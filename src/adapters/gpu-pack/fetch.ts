import { open, rm, stat, type FileHandle } from 'node:fs/promises';
import type { StopSignal } from '../../engine/ports.ts';
import { writeTrouble } from '../files/reasons.ts';
import { whenStopped } from './programs.ts';

/** A server that doesn't give what was asked for. */
class Refused extends Error {}

/** A connection that breaks takes along what had come but was not read yet, so one try in vain says little. */
const triesInVain = 3;

export interface FetchOptions {
  readonly signal: StopSignal;
  /** Bytes of this file that are there. */
  readonly onBytes: (bytes: number) => void;
}

export const sizeOfFile = (path: string): Promise<number> =>
  stat(path).then(
    ({ size }) => size,
    () => 0,
  );

/**
 * Fetches an address of `total` bytes into `path`, going on after what lies there. A lost connection is taken up again until
 * several tries bring nothing. Rejects with the signal's reason when aborted, with the system's error where writing
 * fails, or with an Error that says why the network gave no more; what was fetched stays.
 */
export async function fetchFile(address: string, path: string, total: number, options: FetchOptions): Promise<void> {
  if ((await sizeOfFile(path)) > total) await rm(path);
  let there = await sizeOfFile(path);
  for (let vain = 0; there !== total;) {
    const from = there;
    try {
      await fetchRest(address, path, from, options);
    } catch (error) {
      options.signal.throwIfAborted();
      if (error instanceof Refused || writeTrouble(error) !== null || vain === triesInVain) throw error;
    }
    there = await sizeOfFile(path);
    vain = there > from ? 0 : vain + 1;
    if (there > total) throw new Refused('the file is larger than the pinned one');
    if (vain > triesInVain) throw new Refused('the file ended too early');
  }
}

async function fetchRest(address: string, path: string, from: number, options: FetchOptions): Promise<void> {
  const abort = new AbortController();
  const unwatch = whenStopped(options.signal, () => abort.abort());
  try {
    const response = await fetch(address, { headers: headersFrom(from), signal: abort.signal });
    if (!response.ok || response.body === null) throw new Refused(`the server answered ${response.status}`);
    const start = startOf(response, from);
    const file = await open(path, start === 0 ? 'w' : 'r+');
    try {
      await write(file, start, response.body, options);
    } finally {
      await file.close();
    }
  } finally {
    unwatch();
    abort.abort();
  }
}

const headersFrom = (from: number): Record<string, string> => ({
  'accept-encoding': 'identity',
  ...(from > 0 && { range: `bytes=${from}-` }),
});

/** A server without ranges sends the whole file again. */
function startOf(response: Response, from: number): number {
  if (response.status !== 206) return 0;
  const [, start] = /^bytes (\d+)-/.exec(response.headers.get('content-range') ?? '') ?? [];
  if (Number(start) !== from) throw new Refused('the server sent another part than was asked for');
  return from;
}

async function write(
  file: FileHandle,
  start: number,
  body: AsyncIterable<Uint8Array>,
  { signal, onBytes }: FetchOptions,
): Promise<void> {
  let at = start;
  for await (const chunk of body) {
    signal.throwIfAborted();
    await file.write(chunk, 0, chunk.length, at);
    at += chunk.length;
    onBytes(at);
  }
}
