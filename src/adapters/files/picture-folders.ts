import { opendir, readdir, realpath, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { PawlabError } from '../../contract/errors.ts';
import type { FolderEntry, PictureFolders } from '../../engine/ports.ts';
import { codeOf, readReason } from './reasons.ts';

/** Calls under way at once: enough to keep the file system busy, few enough for slow network drives. */
const inFlight = 64;

async function entryOf(path: string): Promise<FolderEntry> {
  const name = basename(path);
  try {
    const found = await stat(path);
    if (found.isFile()) return { kind: 'file', name, path, size: found.size, modified: found.mtimeMs };
    if (found.isDirectory()) return { kind: 'folder', name, path, realPath: await realpath(path) };
    return { kind: 'unreadable', name, path, reason: 'neither a file nor a folder' };
  } catch (error) {
    return { kind: 'unreadable', name, path, reason: readReason(error) };
  }
}

function listError(error: unknown, folder: string): unknown {
  switch (codeOf(error)) {
    case 'ENOENT':
      return new PawlabError(
        'folder-missing',
        `There is no folder ${folder}.`,
        'Check the spelling, or choose another.',
      );
    case 'ENOTDIR':
      return new PawlabError(
        'folder-missing',
        `${folder} is a file, not a folder.`,
        'Choose the folder that holds it.',
      );
    case 'EACCES':
    case 'EPERM':
      return new PawlabError(
        'folder-unreadable',
        `There is no permission to read the folder ${folder}.`,
        'Allow it, or choose another folder.',
      );
    default:
      return error;
  }
}

async function list(folder: string): Promise<readonly FolderEntry[]> {
  let names: string[];
  try {
    names = await readdir(folder);
  } catch (error) {
    throw listError(error, folder);
  }
  const entries: FolderEntry[] = [];
  for (let at = 0; at < names.length; at += inFlight) {
    const paths = names.slice(at, at + inFlight).map((name) => join(folder, name));
    entries.push(...(await Promise.all(paths.map(entryOf))));
  }
  return entries;
}

async function some(folder: string, most: number): Promise<readonly FolderEntry[]> {
  const paths: string[] = [];
  try {
    for await (const { name } of await opendir(folder)) {
      if (paths.push(join(folder, name)) === most) break;
    }
  } catch (error) {
    throw listError(error, folder);
  }
  return Promise.all(paths.map(entryOf));
}

/** Folders of pictures on this computer's disks. */
export const pictureFolders: PictureFolders = { list, some, entry: entryOf };
