/** Files that a browser has and whose path it doesn't tell: kept in a temporary folder, so that they have one. */
import { createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { inWords } from './in-words.ts';

export interface Uploads {
  /** Keeps a request's body under a name like the given one; answers `{ "path": … }`, or 413 where it is too large. */
  take(name: string, request: Request): Promise<Response>;
  /** Deletes all. */
  close(): Promise<void>;
}

/** Larger than any picture that a camera takes. */
const mostBytes = 100_000_000;

export function createUploads(most: number = mostBytes): Uploads {
  let folder: Promise<string> | null = null;
  const tooLarge = (): Response => inWords(413, `A picture may have ${Math.floor(most / 1e6)} MB at most.`);
  return {
    take: async (name, request) => {
      const { body } = request;
      if (body === null) return inWords(400, 'There is no file in this request.');
      if (Number(request.headers.get('content-length') ?? 0) > most) return tooLarge();
      folder ??= mkdtemp(join(tmpdir(), 'pawlab-uploads-'));
      // Each in a folder of its own: two files of one name are two files.
      const own = await mkdtemp(join(await folder, 'file-'));
      const path = join(own, safeName(name));
      if (await writeAtMost(Readable.fromWeb(body), path, most)) return Response.json({ path });
      await rm(own, { recursive: true, force: true });
      return tooLarge();
    },
    close: async () => {
      if (folder !== null) await rm(await folder, { recursive: true, force: true });
    },
  };
}

class TooLarge extends Error {}

/** False where there is more. */
async function writeAtMost(body: Readable, path: string, most: number): Promise<boolean> {
  let bytes = 0;
  async function* counted(parts: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
    for await (const part of parts) {
      bytes += part.byteLength;
      if (bytes > most) throw new TooLarge();
      yield part;
    }
  }
  try {
    await pipeline(body, counted, createWriteStream(path));
    return true;
  } catch (error) {
    if (error instanceof TooLarge) return false;
    throw error;
  }
}

/** What a file system of any kind keeps is shorter, in bytes of UTF-8. */
const longestName = 60;

/**
 * A file name without a folder, for whatever name came along: `../../.bashrc`, `C:\x`, `a\0.jpg`, `CON`, nothing at all. Only
 * letters, digits and a few signs are kept, no dot at an end, and a picture's ending stays at the end of a long name.
 */
export function safeName(given: string): string {
  const last = given.split(/[\\/]/).at(-1) ?? '';
  const clean = last.replace(/[^\p{L}\p{N} ._()-]/gu, '_').replace(/^[. ]+|[. ]+$/g, '');
  const [, stem = '', ending = ''] = /^(.*?)(\.\w{1,8})?$/u.exec(clean) ?? [];
  const short = Array.from(stem).slice(0, longestName).join('').trimEnd();
  // Windows opens its devices under these names, with any ending.
  const free = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i.test(`${short}.`) ? `_${short}` : short;
  return `${free === '' ? 'picture' : free}${ending}`;
}
