import { mkdir, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { Folder } from '../../engine/ports.ts';
import { codeOf, writeError } from './reasons.ts';
import { replaceFile, writeFileThrough, writing } from './replace-file.ts';

const durable = { durable: true };

async function ifThere<T>(reading: Promise<T>): Promise<T | null> {
  try {
    return await reading;
  } catch (error) {
    if (codeOf(error) === 'ENOENT' || codeOf(error) === 'ENOTDIR') return null;
    throw error;
  }
}

async function create(path: string): Promise<boolean> {
  try {
    await mkdir(dirname(path), { recursive: true });
    await mkdir(path);
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    throw writeError(error, path);
  }
}

async function move(from: string, to: string): Promise<void> {
  try {
    await mkdir(dirname(to), { recursive: true });
    await rename(from, to);
  } catch (error) {
    throw writeError(error, to);
  }
}

async function remove(path: string): Promise<void> {
  try {
    await rm(path, { recursive: true, force: true });
  } catch (error) {
    throw writeError(error, path);
  }
}

async function bytesBelow(path: string): Promise<number> {
  const entries = (await ifThere(readdir(path, { recursive: true, withFileTypes: true }))) ?? [];
  const files = entries.filter((entry) => entry.isFile());
  // A file that is replaced meanwhile has no size.
  const sizes = await Promise.all(files.map(({ parentPath, name }) => ifThere(stat(join(parentPath, name)))));
  return sizes.reduce((sum, found) => sum + (found?.size ?? 0), 0);
}

/** A folder of the program's own on this computer's disks; `path` is absolute. */
export function openFolder(path: string): Folder {
  const at = (name: string): string => join(path, name);
  return {
    path,
    name: basename(path),
    folder: (name) => openFolder(at(name)),
    get parent() {
      return openFolder(dirname(path));
    },
    list: async () => ((await ifThere(readdir(path))) ?? []).sort(),
    readText: (file) => ifThere(readFile(at(file), 'utf8')),
    // A plain Uint8Array: a Buffer's slices would share its memory.
    readBytes: async (file) => {
      const bytes = await ifThere(readFile(at(file)));
      return bytes === null ? null : new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    },
    replaceText: (file, text) => replaceFile(at(file), text, durable),
    replaceBytes: (file, bytes) => replaceFile(at(file), bytes, durable),
    appendLine: (file, line) => writing(at(file), () => writeFileThrough(at(file), `${line}\n`, 'a', durable)),
    create: () => create(path),
    moveTo: (target) => move(path, target.path),
    remove: () => remove(path),
    bytes: () => bytesBelow(path),
  };
}
