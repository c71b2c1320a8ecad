import type { DataView } from '../contract/data-view.ts';
import type { FailedEvent, JobId } from '../contract/events.ts';
import type { Project } from '../contract/projects.ts';
import type { Dataset } from '../engine/datasets/scan.ts';
import type { PreparedPictures } from '../engine/ports.ts';

/** A folder as far as it is known: `checked` is null until its pictures are decoded. */
export interface ScannedFolder {
  readonly dataset: Dataset;
  readonly checked: Pick<PreparedPictures, 'reasons' | 'facts'> | null;
}

/** What the last scan of a project found, or has found so far. */
export interface Scan {
  /** Of the folders that were looked at: another source, another scan. */
  readonly source: string;
  job: JobId | null;
  state: DataView['state'];
  progress: DataView['progress'];
  failure: FailedEvent | null;
  training: ScannedFolder | null;
  test: ScannedFolder | null;
  seconds: number;
  /** Goes up when the folders' content is known better; progress alone leaves it. */
  revision: number;
}

/** The folders that a scan of the project looks at. */
export const sourceOf = ({ training, test }: Project): string =>
  JSON.stringify([training, test.kind === 'folder' ? test.folder : null]);

export const noScan: Readonly<Scan> = {
  source: '',
  job: null,
  state: 'unscanned',
  progress: null,
  failure: null,
  training: null,
  test: null,
  seconds: 0,
  revision: 0,
};

export const beginningScan = (source: string): Scan => ({
  ...noScan,
  source,
  state: 'scanning',
  progress: { done: 0, total: null },
});

/** Files in the folders, what can't be read among them. */
export function filesIn(folder: ScannedFolder | null): number {
  if (folder === null) return 0;
  const { classes, skipped } = folder.dataset;
  return classes.reduce((sum, { files }) => sum + files.length, skipped.length);
}
