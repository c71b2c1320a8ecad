import { existsSync } from 'node:fs';
import { rename } from 'node:fs/promises';
import type { GpuPack, GpuPackStatus } from '../../engine/ports.ts';
import { writeError } from '../files/reasons.ts';
import { advice } from './advice.ts';
import { hasNvidiaDriver } from './driver.ts';
import { sizeOfFile } from './fetch.ts';
import { isWhole, packFolders, removeFolder, sizeOf, type PackFolders } from './folders.ts';
import { installPack, missingWheels, neededSpace, type InstallJob } from './install.ts';
import { withLock } from './lock.ts';
import { partOf } from './wheel-file.ts';
import { packWheels, type Wheel } from './wheels.ts';

export interface GpuPackOptions {
  /** The user's data folder, absolute. */
  readonly dataFolder: string;
  /** Holds native TensorFlow for the CPU (PAWLAB_TENSORFLOW); empty where there is none. */
  readonly addonFolder: string;
  readonly wheels?: readonly Wheel[];
  /** Finds Python on its PATH. */
  readonly environment?: NodeJS.ProcessEnv;
  readonly platform?: string;
  readonly arch?: string;
}

/** The GPU pack in the user's data folder. */
export function createGpuPack(given: GpuPackOptions): GpuPack {
  const options = {
    ...{ wheels: packWheels, environment: process.env, platform: process.platform, arch: process.arch },
    ...given,
  };
  const supported = options.platform === 'linux' && options.arch === 'x64';
  const folders = packFolders(options.dataFolder);
  return {
    status: () => status(folders, options.wheels, supported),
    install: async (install) => {
      if (!supported) throw advice.unsupported(options.platform, options.arch);
      return alone(folders, () => installUnlessThere({ folders, ...options, options: install }));
    },
    remove: async () => (supported ? alone(folders, () => remove(folders)) : 0),
  };
}

async function alone<T>(folders: PackFolders, body: () => Promise<T>): Promise<T> {
  try {
    return await withLock(folders.pack, body);
  } catch (error) {
    throw writeError(error, folders.pack);
  }
}

async function status(folders: PackFolders, wheels: readonly Wheel[], supported: boolean): Promise<GpuPackStatus> {
  const common = { folder: folders.pack, driver: hasNvidiaDriver(), toFetch: 0, needed: 0, bytes: 0 };
  if (!supported) return { ...common, state: 'unsupported' };
  if (isWhole(folders.pack)) return { ...common, state: 'installed', bytes: await sizeOf(folders.pack) };
  const missing = await missingWheels(folders.work, wheels);
  const parts = await Promise.all(
    missing.map(async (wheel) => wheel.bytes - (await sizeOfFile(partOf(folders.work, wheel)))),
  );
  return {
    ...common,
    state: existsSync(folders.work) ? 'begun' : 'absent',
    bytes: await sizeOf(folders.work),
    toFetch: parts.reduce((sum, bytes) => sum + bytes, 0),
    needed: neededSpace(missing),
  };
}

async function installUnlessThere(job: InstallJob): Promise<number> {
  await removeFolder(job.folders.removing);
  if (isWhole(job.folders.pack)) return 0;
  await removeFolder(job.folders.pack);
  return installPack(job);
}

/** Out of its place first, so that a half deleted pack is never taken for a whole one. */
async function remove({ pack, work, removing }: PackFolders): Promise<number> {
  const sizes = await Promise.all([pack, work, removing].map(sizeOf));
  await removeFolder(removing);
  if (existsSync(pack)) await rename(pack, removing);
  await removeFolder(removing);
  await removeFolder(work);
  return sizes.reduce((sum, size) => sum + size, 0);
}
