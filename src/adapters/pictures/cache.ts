import { constants, writeSync } from 'node:fs';
import { open } from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';
import { crc32 } from 'node:zlib';
import type { PictureFacts, PictureFile, StopSignal } from '../../engine/ports.ts';
import { CacheIndex } from './cache-index.ts';
import type { IndexRow } from './cache-index.ts';
import { cacheError, removeCache } from './cache-folder.ts';
import type { CacheFiles } from './cache-folder.ts';
import type { Decoded } from './decode.ts';

/** Bytes read at once while checksums are verified. */
const verifyBytes = 4_000_000;
/** Slots that no row names any more (their files changed) are left alone up to this many. */
const orphansAllowed = 1000;

/** What the cache says about one file of those asked for. */
export type Known = { readonly slot: number; readonly facts: PictureFacts } | { readonly reason: string };

/** Decoded pictures on disk: pixels by slot in one file, and the index that says which file of the data set is where. */
export class PictureCache {
  readonly handle: FileHandle;
  readonly #files: CacheFiles;
  readonly #index: CacheIndex;
  readonly #bytes: number;

  private constructor(files: CacheFiles, index: CacheIndex, handle: FileHandle, bytes: number) {
    this.#files = files;
    this.#index = index;
    this.handle = handle;
    this.#bytes = bytes;
  }

  /** `bytes`: of one picture. An index that is damaged, or a pixel file that is mostly leftovers, is begun afresh. */
  static async open(files: CacheFiles, bytes: number): Promise<PictureCache> {
    try {
      const index = await usableIndex(files);
      try {
        const handle = await open(files.pixels, constants.O_RDWR | constants.O_CREAT);
        return new PictureCache(files, index, handle, bytes);
      } catch (error) {
        index.close();
        throw error;
      }
    } catch (error) {
      throw cacheError(error, files.folder);
    }
  }

  /** For each file what is known of it, or null where it has to be decoded: new, changed, or its pixels are damaged. */
  async lookUp(files: readonly PictureFile[], signal: StopSignal): Promise<(Known | null)[]> {
    const rows = new Map<string, IndexRow>();
    for (const row of this.#index.rows()) rows.set(row.path, row);
    const current = files.map(({ path, size, modified }) => {
      const row = rows.get(path);
      return row?.size === size && row.modified === modified ? row : null;
    });
    const intact = await this.#verify(current, signal);
    return current.map((row) => {
      if (row?.slot === null) return { reason: row.reason };
      return row && intact.has(row.slot) ? { slot: row.slot, facts: factsIn(row) } : null;
    });
  }

  /** Slots whose pixels are there and have their checksum, read in the order of the file. */
  async #verify(rows: readonly (IndexRow | null)[], signal: StopSignal): Promise<ReadonlySet<number>> {
    const sums = new Map(rows.flatMap((row) => (row && row.slot !== null ? [[row.slot, row.crc] as const] : [])));
    const slots = [...sums.keys()].sort((a, b) => a - b);
    const intact = new Set<number>();
    const buffer = Buffer.alloc(Math.max(1, Math.floor(verifyBytes / this.#bytes)) * this.#bytes);
    let [first, end] = [0, 0];
    for (const slot of slots) {
      if (slot >= end) {
        signal.throwIfAborted();
        const { bytesRead } = await this.handle.read(buffer, 0, buffer.length, slot * this.#bytes);
        [first, end] = [slot, slot + Math.max(1, Math.floor(bytesRead / this.#bytes))];
        buffer.fill(0, bytesRead, Math.max(bytesRead, this.#bytes));
      }
      const start = (slot - first) * this.#bytes;
      if (crc32(buffer.subarray(start, start + this.#bytes)) === sums.get(slot)) intact.add(slot);
    }
    return intact;
  }

  /** Writes pixels, then their rows, in one transaction. Reasons that will not last are not kept. Returns a slot or a reason for each. */
  add(files: readonly PictureFile[], decoded: readonly Decoded[]): Known[] {
    const pixels = decoded.flatMap((picture) => ('pixels' in picture ? [picture.pixels] : []));
    let known: Known[] = [];
    try {
      this.#index.record(pixels.length, (firstSlot) => {
        this.#write(Buffer.concat(pixels), firstSlot * this.#bytes);
        let slot = firstSlot;
        known = decoded.map((picture) =>
          'pixels' in picture ? { slot: slot++, facts: picture.facts } : { reason: picture.reason },
        );
        return decoded.flatMap((picture, at) => indexRow(files[at], picture, known[at]) ?? []);
      });
    } catch (error) {
      throw cacheError(error, this.#files.folder);
    }
    return known;
  }

  #write(bytes: Buffer, position: number): void {
    for (let written = 0; written < bytes.length;) {
      written += writeSync(this.handle.fd, bytes, written, bytes.length - written, position + written);
    }
  }

  /** The index; the pixels stay open for reading. */
  closeIndex(): void {
    this.#index.close();
  }
}

function indexRow(file: PictureFile | undefined, picture: Decoded, known: Known | undefined): IndexRow | null {
  if (!file || !known) return null;
  const { path, size, modified } = file;
  if ('slot' in known && 'pixels' in picture) {
    return { path, size, modified, slot: known.slot, crc: crc32(picture.pixels), reason: null, ...picture.facts };
  }
  if ('pixels' in picture || !picture.lasting) return null;
  return { path, size, modified, slot: null, crc: null, reason: picture.reason, ...noFacts };
}

const noFacts = { format: null, width: null, height: null, orientation: null, content: null };

const factsIn = ({ format, width, height, orientation, content }: PictureFacts): PictureFacts => ({
  format,
  width,
  height,
  orientation,
  content,
});

async function usableIndex(files: CacheFiles): Promise<CacheIndex> {
  try {
    const index = new CacheIndex(files.index);
    if (index.slotsGiven <= 2 * index.slotsUsed + orphansAllowed) return index;
    index.close();
  } catch (error) {
    if (!isDamage(error)) throw error;
  }
  await removeCache(files);
  return new CacheIndex(files.index);
}

/** Everything but a lock held by another process, a full disk and missing rights: those are no reason to delete a cache. */
function isDamage(error: unknown): boolean {
  const code = error instanceof Error && 'errcode' in error ? Number(error.errcode) & 0xff : 0;
  const sound = [5, 6, 8, 10, 13, 14];
  return !sound.includes(code);
}
