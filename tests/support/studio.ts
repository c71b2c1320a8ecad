import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { TestContext } from 'node:test';
import { setImmediate as breathe } from 'node:timers/promises';
import { openFolder } from '../../src/adapters/files/folder.ts';
import { pictureFolders } from '../../src/adapters/files/picture-folders.ts';
import { createGpuPack } from '../../src/adapters/gpu-pack/gpu-pack.ts';
import { createMachine } from '../../src/adapters/machine.ts';
import { createPictureStore } from '../../src/adapters/pictures/store.ts';
import { SharpSampleWriter } from '../../src/adapters/sample-writer.ts';
import type { StudioApi } from '../../src/contract/api.ts';
import { PawlabError } from '../../src/contract/errors.ts';
import type { ChangedEvent, JobEvent, JobId, Report, StudioEvent } from '../../src/contract/events.ts';
import type { PicturesApi } from '../../src/contract/pictures.ts';
import type { Parts } from '../../src/studio/parts.ts';
import { createStudio } from '../../src/studio/studio.ts';
import { ladder } from './device-parts.ts';
import { temporaryFolder } from './temporary-folder.ts';

const host = (file: string): URL => new URL(`../../src/engine-host/${file}`, import.meta.url);

export interface TestStudio {
  readonly home: string;
  readonly parts: Parts;
  readonly studio: StudioApi & PicturesApi;
  readonly events: StudioEvent[];
  /** Bugs that were logged. */
  readonly bugs: unknown[];
  /** The reports of a job, when it has ended. */
  readonly ended: (job: JobId) => Promise<readonly Report[]>;
  /** Sees every event from now on, after it was kept. */
  readonly watch: (listener: (event: StudioEvent) => void) => void;
}

const absent = (): Promise<never> =>
  Promise.reject(new PawlabError('device-unavailable', 'It is missing.', 'Fetch it.'));

/** The studio over real adapters, on WebAssembly alone, with all that it keeps in a folder of the test's own. */
export function startStudio(t: TestContext, home = temporaryFolder(t), change: Partial<Parts> = {}): TestStudio {
  const cacheFolder = join(home, 'cache');
  const pictures = createPictureStore({ cacheFolder, loader: host('picture-loader.ts'), decoder: host('decoder.ts') });
  t.after(() => pictures.close());
  const events: StudioEvent[] = [];
  const bugs: unknown[] = [];
  const listeners = new Set<(event: StudioEvent) => void>();
  const parts: Parts = {
    folders: pictureFolders,
    openFolder,
    projectsFolder: join(home, 'Pawlab'),
    pictures,
    devices: ladder({ tensorflow: absent, webgpu: absent }),
    machine: createMachine(cacheFolder),
    memory: openFolder(cacheFolder),
    userData: openFolder(join(home, 'data')),
    gpuPack: createGpuPack({ dataFolder: join(home, 'data'), addonFolder: '' }),
    sampleWriter: new SharpSampleWriter(),
    digest: (text) => createHash('sha256').update(text).digest('hex'),
    breathe: () => breathe(),
    later: (_, call) => void setImmediate(call),
    clock: () => performance.now(),
    now: () => new Date(),
    versions: {},
    logBug: (error) => void bugs.push(error),
    ...change,
  };
  const studio = createStudio(parts, (event) => {
    events.push(event);
    for (const listener of listeners) listener(event);
  });
  const watch = (listener: (event: StudioEvent) => void): void => void listeners.add(listener);
  return { home, parts, studio, events, bugs, ended: (job) => reportsOf(events, job, watch), watch };
}

function reportsOf(events: readonly StudioEvent[], job: JobId, watch: TestStudio['watch']): Promise<readonly Report[]> {
  const own = (): JobEvent[] => events.filter((event) => event.type === 'job').filter((event) => event.job === job);
  return new Promise((resolve) => {
    const look = (): void => {
      const reports = own().map(({ report }) => report);
      if (reports.includes(null)) resolve(reports.filter((report) => report !== null));
    };
    watch(look);
    look();
  });
}

/** Topics of the changes, in order. */
export const changesIn = (events: readonly StudioEvent[]): ChangedEvent[] =>
  events.filter((event) => event.type === 'changed');
