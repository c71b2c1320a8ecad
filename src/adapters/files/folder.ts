import { mkdir, open, readdir, readFile, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { Folder } from '../../engine/ports.ts';
import { codeOf, writeError } from './reasons.ts';

async function ifThere<T>(reading: Promise<T>): Promise<T | null> {
  try {
    return await reading;
  } catch (error) {
    if (codeOf(error) === 'ENOENT' || codeOf(error) === 'ENOTDIR') return null;
    throw error;
  }
}

/** Writes and hands it to the disk, so that what is there after a power cut is whole. */
async function writeThrough(path: string, content: string | Uint8Array, flags: 'w' | 'a'): Promise<void> {
  const file = await open(path, flags);
  try {
    await file.writeFile(content);
    await file.sync();
  } finally {
    await file.close();
  }
}

async function writing(path: string, write: () => Promise<void>): Promise<void> {
  try {
    await mkdir(dirname(path), { recursive: true });
    await write();
  } catch (error) {
    throw writeError(error, path);
  }
}

function replace(path: string, content: string | Uint8Array): Promise<void> {
  const temporary = `${path}.${process.pid}.tmp`;
  return writing(path, async () => {
    try {
      await writeThrough(temporary, content, 'w');
      await rename(temporary, path);
    } catch (error) {
      await rm(temporary, { force: true });
      throw error;
    }
  });
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
    replaceText: (file, text) => replace(at(file), text),
    replaceBytes: (file, bytes) => replace(at(file), bytes),
    appendLine: (file, line) => writing(at(file), () => writeThrough(at(file), `${line}\n`, 'a')),
    create: () => create(path),
  };
}
