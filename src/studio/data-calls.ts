import type { StudioApi } from '../contract/api.ts';
import type { PicturePage, SplitView } from '../contract/data-view.ts';
import type { JobId, SplitName } from '../contract/events.ts';
import type { Project } from '../contract/projects.ts';
import { nameOf } from '../engine/datasets/checked-file.ts';
import { createScans, noContents, type Scans } from './data-memory.ts';
import { beginningScan, noScan, sourceOf, type Scan } from './data-scan.ts';
import { dataView, type Contents } from './data-view.ts';
import type { Work } from './jobs.ts';
import type { JobContext, Parts } from './parts.ts';
import { scanJob } from './scan-job.ts';
import { whileWanted } from './while-wanted.ts';

/** What the calls about a project's pictures need of the rest of the studio. */
export interface DataCallsParts {
  readonly parts: Pick<Parts, 'folders' | 'pictures' | 'clock'>;
  /** A project by its folder, as it is now. Throws `project-missing`, `project-damaged`. */
  readonly readProject: (project: string) => Promise<Project>;
  /** Starts a scan as a job of the project; the work begins after this call. */
  readonly startScan: (project: string, work: Work) => JobId;
  /** What `data` answers is another now. Called often. */
  readonly changed: (project: string) => void;
  /** Pictures of training, readable and not left out, and classes, when a scan has ended. */
  readonly rememberCounts: (
    project: string,
    counts: { readonly pictures: number; readonly classes: number },
  ) => Promise<void>;
}

export type DataCalls = Pick<StudioApi, 'scan' | 'data' | 'classPictures'>;

/** A page asks for as many at once. */
const mostPictures = 1000;

export function createDataCalls(given: DataCallsParts): DataCalls {
  const scans = createScans();
  return {
    async scan(folder) {
      const project = await given.readProject(folder);
      const running = scans.of(project)?.scan.job ?? null;
      if (running !== null) return running;
      const scan = beginningScan(sourceOf(project));
      scans.begin(project, scan);
      return (scan.job = given.startScan(folder, (context) => scanning(given, scans, project, scan, context)));
    },
    async data(folder) {
      const project = await given.readProject(folder);
      const known = scans.of(project);
      return known === null ? dataView(noScan, noContents) : dataView(known.scan, known.contents(project));
    },
    async classPictures({ project: folder, split, class: name, from, count }): Promise<PicturePage> {
      const project = await given.readProject(folder);
      const files = scans.of(project)?.contents(project).filesOf(split, name) ?? [];
      const page = files.slice(from, from + Math.min(count, mostPictures));
      const pictures = page.map(({ path, modified, leftOut }) => ({ path, modified, name: nameOf(path), leftOut }));
      return { total: files.length, pictures };
    },
  };
}

async function scanning(
  given: DataCallsParts,
  scans: Scans,
  project: Project,
  scan: Scan,
  context: JobContext,
): Promise<void> {
  const { folder } = project;
  const wanted = (): boolean => scans.of(project)?.scan === scan;
  const signal = whileWanted(context.signal, wanted);
  try {
    await scanJob({ parts: given.parts, changed: () => given.changed(folder) }, project, scan, { ...context, signal });
  } finally {
    scan.job = null;
  }
  // The project may have been changed while its pictures were looked at.
  const now = await given.readProject(folder);
  const found = scans.of(now);
  if (found?.scan === scan) await tell(given, folder, found.contents(now), context);
}

/** What was found, to whoever follows the job and to the list of projects. */
async function tell(
  { rememberCounts }: DataCallsParts,
  folder: string,
  { training, test }: Contents,
  { report }: JobContext,
): Promise<void> {
  const found = (split: SplitName, { pictures, classes }: SplitView): void =>
    report({ type: 'found', split, images: pictures, classes: classes.map(({ name }) => name) });
  if (training !== null) found('training', training);
  if (test !== null) found('test', test);
  if (training !== null)
    await rememberCounts(folder, { pictures: training.pictures, classes: training.classes.length });
}
