import { randomUUID } from 'node:crypto';
import { mkdir, open, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { writeError } from './reasons.ts';

interface Writing {
  /** Handed to the disk before it counts, so that what is there after a power cut is whole. */
  readonly durable: boolean;
}

/** Writes a file from its start (`w`) or on its end (`a`). Throws the system's errors. */
export async function writeFileThrough(
  path: string,
  content: string | Uint8Array,
  flags: 'w' | 'a',
  { durable }: Writing,
): Promise<void> {
  const file = await open(path, flags);
  try {
    await file.writeFile(content);
    if (durable) await file.sync();
  } finally {
    await file.close();
  }
}

/** Runs `write` with the file's folder made. Throws PawlabError `disk-full` or `not-writable`. */
export async function writing(path: string, write: () => Promise<void>): Promise<void> {
  try {
    await mkdir(dirname(path), { recursive: true });
    await write();
  } catch (error) {
    throw writeError(error, path);
  }
}

/** Writes beside the old file and renames: a reader sees the old content or the new, never a part. Throws as `writing`. */
export function replaceFile(path: string, content: string | Uint8Array, options: Writing): Promise<void> {
  // Hidden, so that nothing takes a file for what it isn't yet where a killed process left it.
  const temporary = join(dirname(path), `.${basename(path)}.${randomUUID()}.part`);
  return writing(path, async () => {
    try {
      await writeFileThrough(temporary, content, 'w', options);
      await rename(temporary, path);
    } catch (error) {
      await rm(temporary, { force: true }).catch(() => undefined);
      throw error;
    }
  });
}
