import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { PawlabError } from '../../contract/errors.ts';
import type { StopSignal } from '../../engine/ports.ts';
import { writeTrouble } from '../files/reasons.ts';
import { advice } from './advice.ts';
import { fetchFile, sizeOfFile, type FetchOptions } from './fetch.ts';
import { removeFolder, sizeOf } from './folders.ts';
import type { Python } from './python.ts';
import type { Wheel } from './wheels.ts';

/** Where a wheel's bytes are gathered. */
export const partOf = (work: string, wheel: Wheel): string => join(work, `${wheel.file}.part`);

/**
 * Fetches a wheel and checks it; returns its path. Goes on where an earlier call ended. Rejects as GpuPack's `install`;
 * a file of another hash is deleted.
 */
export async function fetchWheel(wheel: Wheel, work: string, python: Python, options: FetchOptions): Promise<string> {
  const file = partOf(work, wheel);
  if ((await sizeOfFile(file)) !== wheel.bytes) await fetchByAnyMeans(wheel, work, python, options);
  if ((await hashOf(file, options.signal)) === wheel.sha256) return file;
  await rm(file, { force: true });
  throw advice.altered(wheel);
}

/** Straight from its address, which can be taken up again; where that fails by pip, which knows proxies and passwords. */
async function fetchByAnyMeans(wheel: Wheel, work: string, python: Python, options: FetchOptions): Promise<void> {
  const file = partOf(work, wheel);
  const before = await sizeOfFile(file);
  try {
    const address = await python.locate(wheel);
    if (address === null) throw new Error('pip names no address');
    await fetchFile(address, file, wheel.bytes, options);
  } catch (error) {
    options.signal.throwIfAborted();
    if (error instanceof PawlabError || writeTrouble(error) !== null) throw error;
    // What came this way will go on this way.
    if ((await sizeOfFile(file)) > before) throw advice.download(wheel, reasonOf(error), error);
    await fetchByPip(wheel, work, python, options);
  }
}

/** How often pip's progress is looked at, in milliseconds. */
const lookEvery = 500;

async function fetchByPip(wheel: Wheel, work: string, python: Python, { onBytes }: FetchOptions): Promise<void> {
  const folder = join(work, 'by-pip');
  // pip gathers the file in a temporary folder, then copies it.
  const look = (): void => void sizeOf(join(work, 'pip')).then((bytes) => onBytes(Math.min(bytes, wheel.bytes)));
  const watch = setInterval(look, lookEvery);
  try {
    await rename(await python.download(wheel, folder), partOf(work, wheel));
  } finally {
    clearInterval(watch);
    await removeFolder(folder);
  }
}

/** fetch hides the reason in the cause. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.cause instanceof Error ? error.cause.message : error.message;
}

async function hashOf(file: string, signal: StopSignal): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(file, { highWaterMark: 1 << 20 })) {
    signal.throwIfAborted();
    hash.update(chunk as Buffer);
  }
  return hash.digest('hex');
}
