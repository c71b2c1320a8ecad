import { PawlabError } from '../contract/errors.ts';
import type { PictureRef } from '../contract/pictures.ts';
import type { ProjectSummary } from '../contract/projects.ts';
import { entriesOf } from '../engine/datasets/scan.ts';
import type { Folder, FolderEntry } from '../engine/ports.ts';
import type { Parts } from './parts.ts';
import type { RecentProject } from './recent-projects.ts';
import { readProject, type ProjectRecord } from './records.ts';
import { canGoOn, runsOf, stateOf, type RunningParts } from './run-views.ts';
import type { Run } from './runs.ts';

/** Where to look for a project, and what was known of it when it was last opened; `used`: null where it never was. */
export type Candidate = Pick<RecentProject, 'folder'> & Partial<RecentProject>;

const longAgo = new Date(0).toISOString();

/** What the list of recent projects shows of one; null where nothing is known of it but its folder. */
export async function summarize(
  parts: Parts,
  running: RunningParts,
  candidate: Candidate,
): Promise<ProjectSummary | null> {
  const folder = parts.openFolder(candidate.folder);
  const found = await recordOf(folder);
  const record = 'record' in found ? found.record : null;
  const training = record?.training ?? candidate.training;
  if (training === undefined) return null;
  const runs = record === null ? [] : await runsOf(folder);
  const pictures = await samplePictures(parts, training);
  return {
    folder: folder.path,
    name: record?.name ?? candidate.name ?? folder.name,
    training,
    missing: 'missing' in found ? found.missing : pictures.missing,
    pictures: record?.counted?.pictures ?? null,
    classes: record?.counted?.classes ?? null,
    ...progressOf(running, runs),
    used: candidate.used ?? runs[0]?.record.created ?? longAgo,
    pictureSamples: pictures.samples,
  };
}

async function recordOf(folder: Folder): Promise<{ record: ProjectRecord } | { missing: string }> {
  try {
    const record = await readProject(folder);
    return record === null ? { missing: `The folder ${folder.path} is no longer there.` } : { record };
  } catch (error) {
    if (error instanceof PawlabError) return { missing: error.message };
    throw error;
  }
}

/** `runs`: the newest first. */
function progressOf(running: RunningParts, runs: readonly Run[]): Pick<ProjectSummary, 'lastAccuracy' | 'savedEpoch'> {
  const [newest] = runs;
  const measured = runs.find(({ record }) => record.epochs > 0);
  return {
    lastAccuracy: measured?.record.best.accuracy ?? null,
    savedEpoch: newest !== undefined && canGoOn(stateOf(running, newest)) ? newest.record.epochs : null,
  };
}

interface Sampled {
  readonly missing: string | null;
  readonly samples: readonly PictureRef[];
}

/** As many as a row of the list has room for. */
const mostSamples = 3;

/** Entries of a class folder that are looked at: one of them is a picture, or the class shows none. */
const fewEntries = 8;

/** What people name pictures. It needn't be certain: a page shows nothing for a file that is none. */
const pictureName = /\.(jpe?g|png|webp|avif|gif|tiff?)$/i;

async function samplePictures({ folders }: Parts, training: string): Promise<Sampled> {
  try {
    const classes = (await entriesOf(folders, training)).filter(({ kind }) => kind === 'folder');
    const samples: PictureRef[] = [];
    for (const { path } of classes) {
      if (samples.length === mostSamples) break;
      const found = await firstPicture(folders, path);
      if (found !== null) samples.push(found);
    }
    return { missing: null, samples };
  } catch (error) {
    if (error instanceof PawlabError) return { missing: error.message, samples: [] };
    throw error;
  }
}

async function firstPicture(folders: Parts['folders'], folder: string): Promise<PictureRef | null> {
  const entries = await folders.some(folder, fewEntries).catch(orNone);
  const [first] = entries
    .filter((entry) => entry.kind === 'file')
    .filter(({ name }) => pictureName.test(name) && !name.startsWith('.'))
    .sort((a, b) => (a.path < b.path ? -1 : 1));
  return first === undefined ? null : { path: first.path, modified: first.modified };
}

/** A class folder that can't be read shows no picture. */
function orNone(error: unknown): readonly FolderEntry[] {
  if (error instanceof PawlabError) return [];
  throw error;
}
