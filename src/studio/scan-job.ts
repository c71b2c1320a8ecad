import type { SplitName } from '../contract/events.ts';
import type { Project } from '../contract/projects.ts';
import type { Settings } from '../contract/settings.ts';
import { listDataset, type Dataset } from '../engine/datasets/scan.ts';
import { Stopped } from '../engine/stop.ts';
import { requireKnownClasses } from './data-requirements.ts';
import { filesIn, type Scan } from './data-scan.ts';
import { prepareSplit } from './data-split.ts';
import { failureOf } from './jobs.ts';
import type { JobContext, Parts } from './parts.ts';
import { completeSettings } from './given-settings.ts';

export interface ScanParts {
  readonly parts: Pick<Parts, 'folders' | 'pictures' | 'clock'>;
  /** The scan shows something else now. May be called often. */
  readonly changed: () => void;
}

/**
 * Lists, decodes and checks a project's pictures into `scan`. A scan that is stopped keeps what it has listed and, in the
 * cache, what it has decoded, but is `unscanned`: what can't be read and what is double isn't known.
 */
export async function scanJob(given: ScanParts, project: Project, scan: Scan, context: JobContext): Promise<void> {
  const start = given.parts.clock();
  given.changed();
  try {
    await look(given, project, scan, context);
    scan.state = 'ready';
  } catch (error) {
    const stopped = error instanceof Stopped;
    Object.assign(scan, { state: stopped ? 'unscanned' : 'failed', failure: stopped ? null : failureOf(error) });
    throw error;
  } finally {
    Object.assign(scan, { progress: null, seconds: (given.parts.clock() - start) / 1000, revision: scan.revision + 1 });
    given.changed();
  }
}

async function look(given: ScanParts, project: Project, scan: Scan, context: JobContext): Promise<void> {
  const { training: folder, test, leftOut } = project;
  const settings = completeSettings(project.settings);
  const training = await list(given, scan, 'training', folder, context);
  const testing = test.kind === 'folder' ? await list(given, scan, 'test', test.folder, context) : null;
  if (testing !== null) requireKnownClasses(testing, training);
  const check: Check = {
    given,
    scan,
    settings,
    leftOut: new Set(leftOut),
    total: filesIn(scan.training) + filesIn(scan.test),
  };
  await decode(check, training, 'training', context);
  if (testing !== null) await decode(check, testing, 'test', context);
}

function list(
  { parts, changed }: ScanParts,
  scan: Scan,
  split: SplitName,
  folder: string,
  { signal }: JobContext,
): Promise<Dataset> {
  // A single class can be looked at, though nothing can be trained on it.
  return listDataset(parts.folders, folder, 1, (dataset) => {
    signal.throwIfAborted();
    scan[split] = { dataset, checked: null };
    scan.revision += 1;
    scan.progress = { done: filesIn(scan.training) + filesIn(scan.test), total: null };
    changed();
  });
}

interface Check {
  readonly given: ScanParts;
  readonly scan: Scan;
  readonly settings: Settings;
  readonly leftOut: ReadonlySet<string>;
  /** Files of both folders. */
  readonly total: number;
}

/** Decodes a folder's pictures; those that its scan could not even reach are done. */
async function decode(check: Check, dataset: Dataset, split: SplitName, context: JobContext): Promise<void> {
  const { given, scan, settings, leftOut, total } = check;
  const before = dataset.skipped.length + (split === 'test' ? filesIn(scan.training) : 0);
  const report: JobContext['report'] = (event) => {
    context.report(event);
    if (event.type !== 'preparing') return;
    scan.progress = { done: before + event.done, total };
    given.changed();
  };
  const { pictures } = await prepareSplit(
    given.parts,
    { dataset, split, settings, leftOut },
    { signal: context.signal, report },
  );
  await pictures.close();
  scan[split] = { dataset, checked: { reasons: pictures.reasons, facts: pictures.facts } };
  scan.revision += 1;
  given.changed();
}
