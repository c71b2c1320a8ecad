import { existsSync } from 'node:fs';
import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { userDataFolder } from '../user-folders.ts';
import { packName } from './wheels.ts';

export interface PackFolders {
  /** Exists only when the pack is whole: it is renamed into its place. */
  readonly pack: string;
  /** What an installation has fetched and unpacked so far. */
  readonly work: string;
  /** A pack that is being deleted. */
  readonly removing: string;
}

export function packFolders(dataFolder: string): PackFolders {
  const pack = join(dataFolder, 'gpu', packName);
  return { pack, work: `${pack}.installing`, removing: `${pack}.removing` };
}

/**
 * The folder inside the pack that native TensorFlow is loaded from: its libraries look for NVIDIA's in
 * `$ORIGIN/../nvidia`, and the addon for TensorFlow's beside itself.
 */
export const loadedFolder = (pack: string): string => join(pack, 'tensorflow');

export const isWhole = (pack: string): boolean => existsSync(join(loadedFolder(pack), 'manifest.json'));

/**
 * Where native TensorFlow is loaded from: the GPU pack where it is installed, else what PAWLAB_TENSORFLOW names; empty
 * where there is none or PAWLAB_NO_TENSORFLOW switches it off.
 */
export function tensorFlowFolder(environment: NodeJS.ProcessEnv = process.env): string {
  if (environment['PAWLAB_NO_TENSORFLOW']) return '';
  const { pack } = packFolders(userDataFolder(environment));
  return isWhole(pack) ? loadedFolder(pack) : (environment['PAWLAB_TENSORFLOW'] ?? '');
}

/** Bytes of all files inside; 0 where there is no such folder. */
export async function sizeOf(folder: string): Promise<number> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  const sizes = entries
    .filter((entry) => entry.isFile())
    .map(async (entry) => (await stat(join(entry.parentPath, entry.name)).catch(() => ({ size: 0 }))).size);
  return (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
}

export const removeFolder = (folder: string): Promise<void> =>
  rm(folder, { recursive: true, force: true, maxRetries: 3 });
