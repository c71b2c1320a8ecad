import { copyFile, mkdir, readdir, readFile, rename, rm, statfs, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { InstallOptions } from '../../engine/ports.ts';
import { replaceFile } from '../files/replace-file.ts';
import { advice } from './advice.ts';
import { sizeOfFile } from './fetch.ts';
import { loadedFolder, removeFolder, type PackFolders } from './folders.ts';
import { findPython, type Python } from './python.ts';
import { fetchWheel, partOf } from './wheel-file.ts';
import { tensorFlowVersion, type Wheel } from './wheels.ts';

export interface InstallJob {
  readonly folders: PackFolders;
  readonly wheels: readonly Wheel[];
  /** Holds native TensorFlow for the CPU, whose addon is taken; empty where there is none. */
  readonly addonFolder: string;
  readonly environment: NodeJS.ProcessEnv;
  readonly options: InstallOptions;
}

const durable = { durable: true };

/** Says that a wheel is unpacked; written when it is. */
const markOf = (work: string, wheel: Wheel): string => join(work, `${wheel.file}.unpacked`);

/** Of `wheels`, those that an earlier installation has not unpacked. */
export async function missingWheels(work: string, wheels: readonly Wheel[]): Promise<readonly Wheel[]> {
  const names = new Set(await readdir(work).catch(() => []));
  return wheels.filter(({ file }) => !names.has(`${file}.unpacked`));
}

/** Bytes that the missing wheels take: all of them unpacked, beside the largest as it was fetched. */
export function neededSpace(missing: readonly Wheel[]): number {
  const unpacked = missing.reduce((sum, wheel) => sum + wheel.unpacked, 0);
  return unpacked + Math.max(0, ...missing.map(({ bytes }) => bytes));
}

/** Makes the pack in the work folder and moves it to its place; returns the bytes fetched. */
export async function installPack(job: InstallJob): Promise<number> {
  const { folders, wheels, environment, options } = job;
  await checkAddon(job.addonFolder);
  await mkdir(folders.work, { recursive: true });
  await removeLeftovers(folders.work);
  const missing = await missingWheels(folders.work, wheels);
  await checkSpace(folders.work, missing);
  const python = await findPython(environment, folders.work, options.signal);
  const fetched = await fetchAll(job, missing, python);
  await addAddon(folders.work, job.addonFolder);
  options.signal.throwIfAborted();
  await rename(packIn(folders.work), folders.pack);
  await removeFolder(folders.work);
  return fetched;
}

const packIn = (work: string): string => join(work, 'pack');

/** What a killed installation was in the middle of, but for the wheel that it was fetching. */
async function removeLeftovers(work: string): Promise<void> {
  for (const name of ['unpacking', 'pip', 'by-pip']) await removeFolder(join(work, name));
}

async function checkSpace(work: string, missing: readonly Wheel[]): Promise<void> {
  const there = await Promise.all(missing.map((wheel) => sizeOfFile(partOf(work, wheel))));
  const needed = neededSpace(missing) - there.reduce((sum, size) => sum + size, 0);
  const { bavail, bsize } = await statfs(work);
  if (bavail * bsize < needed) throw advice.space(dirname(work), needed, bavail * bsize);
}

async function fetchAll(job: InstallJob, missing: readonly Wheel[], python: Python): Promise<number> {
  const { wheels, options } = job;
  const { work } = job.folders;
  const total = sumOfBytes(wheels);
  let done = total - sumOfBytes(missing);
  let fetched = 0;
  for (const wheel of missing) {
    const there = await sizeOfFile(partOf(work, wheel));
    const onBytes = (bytes: number): void => options.onFetch(wheel.package, done + bytes, total);
    onBytes(there);
    const file = await fetchWheel(wheel, work, python, { signal: options.signal, onBytes });
    fetched += wheel.bytes - there;
    done += wheel.bytes;
    options.onUnpack(wheel.package);
    await unpack(wheel, file, work, python);
  }
  return fetched;
}

const sumOfBytes = (wheels: readonly Wheel[]): number => wheels.reduce((sum, { bytes }) => sum + bytes, 0);

/** Beside the pack first: a Python that outlived its killed parent must not write into it. */
async function unpack(wheel: Wheel, file: string, work: string, python: Python): Promise<void> {
  const aside = join(work, 'unpacking', `${process.pid}`);
  await mkdir(aside, { recursive: true });
  await python.unpack(wheel, file, aside);
  await moveFiles(aside, packIn(work));
  await removeFolder(dirname(aside));
  await replaceFile(markOf(work, wheel), '', durable);
  await rm(file);
}

async function moveFiles(from: string, to: string): Promise<void> {
  for (const entry of await readdir(from, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const folder = join(to, entry.parentPath.slice(from.length));
    await mkdir(folder, { recursive: true });
    await rename(join(entry.parentPath, entry.name), join(folder, entry.name));
  }
}

/** The addon was compiled against TensorFlow of the same version, whose libraries have the same names. */
async function checkAddon(folder: string): Promise<void> {
  if (folder === '') throw advice.addon('native TensorFlow is not set up');
  const manifest = await readFile(join(folder, 'manifest.json'), 'utf8').catch(() => '');
  if (!manifest.includes(`"version":"${tensorFlowVersion}"`)) throw advice.addon(`${folder} holds another`);
}

async function addAddon(work: string, addonFolder: string): Promise<void> {
  const folder = loadedFolder(packIn(work));
  await mkdir(folder, { recursive: true });
  await copyFile(join(addonFolder, 'tfjs_binding.node'), join(folder, 'tfjs_binding.node'));
  const manifest = { version: tensorFlowVersion, variant: 'cuda', package: 'tensorflow' };
  await writeFile(join(folder, 'manifest.json'), JSON.stringify(manifest));
}
