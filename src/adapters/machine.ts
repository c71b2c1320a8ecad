import { statfs } from 'node:fs/promises';
import { availableParallelism, cpus, freemem, totalmem } from 'node:os';
import { dirname } from 'node:path';
import { arch, kill, pid, platform, versions } from 'node:process';
import sharp from 'sharp';
import { counted } from '../contract/counted.ts';
import { gigabytes } from '../contract/gigabytes.ts';
import type { Fact, Machine } from '../engine/ports.ts';
import { findNvidiaGpus } from './nvidia-gpus.ts';

/** Formats that people's folders hold, by the name libvips gives them. */
const formats: Readonly<Record<string, string>> = {
  jpeg: 'JPEG',
  png: 'PNG',
  webp: 'WebP',
  heif: 'AVIF',
  gif: 'GIF',
  tiff: 'TIFF',
  magick: 'BMP',
};

function pictureFacts(): Fact {
  const known = sharp.format as unknown as Readonly<Record<string, { input?: { file?: boolean } } | undefined>>;
  const can = (format: string): boolean => known[format]?.input?.file === true;
  const readable = Object.keys(formats).filter(can);
  const missing = Object.keys(formats).filter((format) => !can(format));
  const names = (keys: readonly string[]): string => keys.map((key) => formats[key] ?? key).join(', ');
  const lacks = missing.length === 0 ? '' : `; not ${names(missing)}`;
  return {
    topic: 'Pictures',
    text: `sharp ${sharp.versions.sharp}, libvips ${sharp.versions.vips}: reads ${names(readable)}${lacks}`,
    good: readable.length > 0,
  };
}

/** A folder that doesn't exist yet will lie on the disk of the nearest one above that does. */
async function diskFact(folder: string): Promise<Fact> {
  try {
    const { bavail, bsize } = await statfs(folder);
    const free = bavail * bsize;
    return { topic: 'Disk', text: `${gigabytes(free)} free at ${folder}`, good: free > 2e9 };
  } catch {
    const above = dirname(folder);
    if (above === folder) return { topic: 'Disk', text: 'free space is unknown', good: false };
    return diskFact(above);
  }
}

const processor = `${cpus()[0]?.model.trim() ?? 'unknown'}, ${counted(availableParallelism(), 'core')}`;

/** Ids are used again after a process has ended; with the time of its start, the name is its own. */
const ownName = `${pid} ${Math.round(performance.timeOrigin)}`;

function isRunning(name: string): boolean {
  if (name === ownName) return true;
  const id = Number.parseInt(name, 10);
  if (id === pid || !(id > 0)) return false;
  try {
    return kill(id, 0);
  } catch (error) {
    // Somebody else's process is one, too.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

/** Facts of this computer. `cacheFolder` is where pictures are cached: its disk is the one that fills. */
export function createMachine(cacheFolder: string): Machine {
  return {
    async facts() {
      return [
        { topic: 'Node', text: `${versions.node} on ${platform} ${arch}`, good: true },
        { topic: 'Processor', text: processor, good: true },
        { topic: 'Memory', text: `${gigabytes(freemem())} of ${gigabytes(totalmem())} free`, good: freemem() > 1e9 },
        await diskFact(cacheFolder),
        pictureFacts(),
      ];
    },
    gpus: findNvidiaGpus,
    processor,
    process: ownName,
    isRunning,
  };
}
