import { join } from 'node:path';
import type { TestContext } from 'node:test';
import type { TrainRequest, Unsubscribe } from '../../src/contract/api.ts';
import type { JobId, Report, StudioEvent } from '../../src/contract/events.ts';
import { startEngine, type EngineOptions, type EngineProcess } from '../../src/host/engine-process.ts';
import { drawSmallSample } from './sample.ts';
import { temporaryFolder } from './temporary-folder.ts';

export const engineEntry = join(import.meta.dirname, '..', '..', 'src', 'engine-host', 'main.ts');

/** An environment with everything of a person's in `home`. */
export const homeEnvironment = (home: string): NodeJS.ProcessEnv => ({
  ...process.env,
  PAWLAB_HOME: join(home, 'Pawlab'),
  PAWLAB_CACHE: join(home, 'cache'),
  PAWLAB_DATA: join(home, 'data'),
});

export const engineOptions = (home: string, change: Partial<EngineOptions> = {}): EngineOptions => ({
  node: process.execPath,
  entry: engineEntry,
  environment: homeEnvironment(home),
  log: () => undefined,
  ...change,
});

export interface TestEngine {
  /** Holds everything of a person's. */
  readonly home: string;
  readonly engine: EngineProcess;
}

/** The engine in a process of its own; after the test it is ended, then its home removed. */
export function startTestEngine(t: TestContext, change: Partial<EngineOptions> = {}): TestEngine {
  t.after(() => engine.close());
  const home = temporaryFolder(t);
  const engine = startEngine(engineOptions(home, change));
  return { home, engine };
}

/** A training of a second or so on WebAssembly, which every machine has; pictures are drawn into `home`. */
export async function quickTraining(home: string, epochs: number): Promise<TrainRequest> {
  const sample = await drawSmallSample(join(home, 'pictures'), { training: 20, test: 6 });
  return {
    training: sample.training,
    test: { kind: 'folder', folder: sample.test },
    project: null,
    labels: {},
    settings: { epochs, pictureSize: 16, batchSize: 8 },
    device: 'wasm',
    executor: 'auto',
  };
}

type Subscribe = (listener: (event: StudioEvent) => void) => Unsubscribe;

/** Resolves with the first event for which `wanted` says something, as what it says. */
export function heard<T>(
  subscribe: Subscribe,
  wanted: (event: StudioEvent) => T | null | undefined | false,
): Promise<T> {
  return new Promise((resolve) => {
    const leave = subscribe((event) => {
      const found = wanted(event);
      if (found === null || found === undefined || found === false) return;
      leave();
      resolve(found);
    });
  });
}

/** The next report of a type. */
export const reported = <K extends Report['type']>(
  subscribe: Subscribe,
  type: K,
): Promise<Extract<Report, { readonly type: K }>> =>
  heard(subscribe, (event) => (event.type === 'job' && isOf(event.report, type) ? event.report : null));

const isOf = <K extends Report['type']>(
  report: Report | null,
  type: K,
): report is Extract<Report, { readonly type: K }> => report?.type === type;

/** Of one job, from now on, in their order. */
export function reportsOf(
  subscribe: Subscribe,
  job: JobId,
): { readonly reports: Report[]; readonly ended: Promise<void> } {
  const reports: Report[] = [];
  const ended = new Promise<void>((resolve) => {
    const leave = subscribe((event) => {
      if (event.type !== 'job' || event.job !== job) return;
      if (event.report !== null) reports.push(event.report);
      else {
        leave();
        resolve();
      }
    });
  });
  return { reports, ended };
}
