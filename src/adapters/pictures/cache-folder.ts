import { createHash } from 'node:crypto';
import { mkdir, readdir, rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { PawlabError } from '../../contract/errors.ts';
import type { PictureSpec } from '../../engine/ports.ts';
import { codeOf, writeTrouble } from '../files/reasons.ts';
import { pipelineVersion } from './pipeline-version.ts';

const pixelsFile = 'pixels.u8';
const indexFile = 'index.sqlite';

/** Files of one cache: a data set at one size. */
export interface CacheFiles {
  readonly folder: string;
  readonly pixels: string;
  readonly index: string;
}

/** Makes the folder of a data set's cache inside `root`, and removes those that an older pipeline left of the same pictures. */
export async function cacheFiles(root: string, dataset: string, spec: PictureSpec): Promise<CacheFiles> {
  const key = createHash('sha256').update(dataset).digest('hex').slice(0, 24);
  const name = (version: number | string): string =>
    `${key}-${spec.height}x${spec.width}-${spec.resampling}-v${version}`;
  const folder = join(root, name(pipelineVersion));
  try {
    await mkdir(folder, { recursive: true });
    await removeOlder(root, name(''));
  } catch (error) {
    throw cacheError(error, root);
  }
  return { folder, pixels: join(folder, pixelsFile), index: join(folder, indexFile) };
}

/** Only older ones: a newer program's cache is not for this one to remove. */
async function removeOlder(root: string, prefix: string): Promise<void> {
  const names = await readdir(root);
  const older = names.filter((name) => name.startsWith(prefix) && Number(name.slice(prefix.length)) < pipelineVersion);
  for (const name of older) await rm(join(root, basename(name)), { recursive: true, force: true });
}

/** Everything of a cache that can't be used any more. Processes that have it open keep reading what they opened. */
export async function removeCache({ index, pixels }: CacheFiles): Promise<void> {
  for (const file of [index, `${index}-journal`, pixels]) await rm(file, { force: true });
}

/** What goes wrong when the cache is written, as an error that a person can act on. */
export function cacheError(error: unknown, folder: string): unknown {
  const trouble = writeTrouble(error);
  const sqlite = error instanceof Error && 'errcode' in error ? Number(error.errcode) & 0xff : 0;
  if (trouble === 'disk-full' || sqlite === sqliteFull) {
    return new PawlabError(
      'disk-full',
      `There is no space left to keep decoded pictures in ${folder}.`,
      `Make room on that disk, or set PAWLAB_CACHE to a folder on another one. What was decoded stays; ${folder} may be deleted at any time.`,
      { cause: error },
    );
  }
  if (['EEXIST', 'ENOTDIR'].includes(codeOf(error) ?? '')) {
    return new PawlabError(
      'not-writable',
      `Decoded pictures could not be kept in ${folder}: a file is in the place of that folder or of one above it.`,
      'Move that file away, or set PAWLAB_CACHE to another folder.',
      { cause: error },
    );
  }
  if (trouble === 'not-writable' || sqlite === sqliteReadOnly || sqlite === sqliteCannotOpen) {
    return new PawlabError(
      'not-writable',
      `Decoded pictures could not be kept in ${folder}: writing there is not allowed.`,
      'Set PAWLAB_CACHE to a folder that you may write to.',
      { cause: error },
    );
  }
  return error;
}

/** Result codes of SQLite (sqlite.org/rescode.html). */
const sqliteReadOnly = 8;
const sqliteFull = 13;
const sqliteCannotOpen = 14;
