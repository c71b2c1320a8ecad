/** Wires the program once per process: adapters into the engine, both into the studio. The only place that sees all. */
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { setImmediate as turn } from 'node:timers/promises';
import packageFile from '../../package.json' with { type: 'json' };
import type { StudioApi, Subscribe } from '../contract/api.ts';
import type { StudioEvent } from '../contract/events.ts';
import type { PicturesApi } from '../contract/pictures.ts';
import { createDevices } from '../adapters/devices/devices.ts';
import { createBugLog } from '../adapters/files/bug-log.ts';
import { openFolder } from '../adapters/files/folder.ts';
import { pictureFolders } from '../adapters/files/picture-folders.ts';
import { createGpuPack } from '../adapters/gpu-pack/gpu-pack.ts';
import { createMachine } from '../adapters/machine.ts';
import { createPictureStore } from '../adapters/pictures/store.ts';
import { SharpSampleWriter } from '../adapters/sample-writer.ts';
import { projectsFolder, userCacheFolder, userDataFolder } from '../adapters/user-folders.ts';
import { createEagerNetwork } from '../engine/eager/network.ts';
import type { Breathe } from '../engine/ports.ts';
import { createGraphNetwork } from '../engine/graph/network.ts';
import { createStudio } from '../studio/studio.ts';

export interface Program {
  readonly studio: StudioApi;
  readonly pictures: PicturesApi;
  readonly subscribe: Subscribe;
  /** Ends what runs beside this thread, so that the process can end. */
  close(): Promise<void>;
}

/** `breathe`: what a training does between two steps; else nothing but a turn of the loop. */
export function compose(breathe: Breathe = () => turn()): Program {
  const listeners = new Set<(event: StudioEvent) => void>();
  const cacheFolder = userCacheFolder();
  const store = createPictureStore({
    cacheFolder,
    loader: new URL('./picture-loader.ts', import.meta.url),
    decoder: new URL('./decoder.ts', import.meta.url),
  });
  const studio = createStudio(
    {
      folders: pictureFolders,
      openFolder,
      projectsFolder: projectsFolder(),
      pictures: store,
      devices: createDevices({ eager: createEagerNetwork, graph: createGraphNetwork }),
      machine: createMachine(cacheFolder),
      memory: openFolder(cacheFolder),
      userData: openFolder(userDataFolder()),
      gpuPack: createGpuPack({ dataFolder: userDataFolder(), addonFolder: process.env['PAWLAB_TENSORFLOW'] ?? '' }),
      sampleWriter: new SharpSampleWriter(),
      digest: (text) => createHash('sha256').update(text).digest('hex'),
      breathe,
      later: (milliseconds, call) => void setTimeout(call, milliseconds).unref(),
      clock: () => performance.now(),
      now: () => new Date(),
      versions: { pawlab: packageFile.version, node: process.versions.node },
      logBug: createBugLog(join(cacheFolder, 'logs')),
    },
    (event) => {
      for (const listener of listeners) listener(event);
    },
  );
  return {
    studio,
    pictures: studio,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close: () => store.close(),
  };
}
