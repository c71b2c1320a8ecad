import { readdir, stat } from 'node:fs/promises';
import { homedir } from 'node:os';
import { dirname, extname, isAbsolute, join } from 'node:path';
import { PawlabError } from '../contract/errors.ts';
import type { FolderListing } from '../contract/host.ts';
import { atMost } from './at-most.ts';

/** Of the formats that Pawlab reads. */
const endings = new Set(['.jpg', '.jpeg', '.png', '.gif', '.webp', '.tif', '.tiff', '.avif']);

/** As people count: 2 before 10. */
const byName = new Intl.Collator('en', { numeric: true, sensitivity: 'base' });

/** Enough to keep a disk busy, few enough for a slow network drive. */
const inFlight = 32;

interface Entry {
  readonly name: string;
  readonly path: string;
  readonly isFolder: boolean;
  readonly modified: number;
}

/** What a folder holds, for a page's own dialog. Hidden entries are left out, as are those that can't be looked at. */
export async function listFolder(asked: string | null): Promise<FolderListing> {
  const folder = asked ?? homedir();
  const parent = dirname(folder);
  const turn = atMost(inFlight);
  const names = (await namesIn(folder)).filter(mayShow).sort(byName.compare);
  const looked = await Promise.all(names.map((name) => turn(() => entryOf(folder, name))));
  const entries = looked.filter((entry) => entry !== null);
  return {
    folder,
    parent: parent === folder ? null : parent,
    folders: entries.filter(({ isFolder }) => isFolder).map(({ name, path }) => ({ name, path })),
    pictures: entries.filter(isPicture).map(({ name, path, modified }) => ({ name, path, modified })),
  };
}

const mayShow = (name: string): boolean => !name.startsWith('.');

const isPicture = ({ name, isFolder }: Entry): boolean => !isFolder && endings.has(extname(name).toLowerCase());

async function entryOf(folder: string, name: string): Promise<Entry | null> {
  const path = join(folder, name);
  try {
    const found = await stat(path);
    return { name, path, isFolder: found.isDirectory(), modified: found.mtimeMs };
  } catch {
    return null;
  }
}

async function namesIn(folder: string): Promise<string[]> {
  if (!isAbsolute(folder)) throw missing(`${folder} is not a whole path.`);
  try {
    return await readdir(folder);
  } catch (error) {
    throw listError(error, folder);
  }
}

const missing = (message: string): PawlabError =>
  new PawlabError('folder-missing', message, 'Check the spelling, or choose another.');

function listError(error: unknown, folder: string): unknown {
  const code = error instanceof Error && 'code' in error ? error.code : null;
  if (code === 'ENOENT') return missing(`There is no folder ${folder}.`);
  if (code === 'ENOTDIR') return missing(`${folder} is a file, not a folder.`);
  if (code !== 'EACCES' && code !== 'EPERM') return error;
  const message = `There is no permission to read the folder ${folder}.`;
  return new PawlabError('folder-unreadable', message, 'Allow it, or choose another folder.');
}
