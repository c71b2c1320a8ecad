import type { TestSource } from '../contract/api.ts';
import { PawlabError } from '../contract/errors.ts';
import type { Project, ProjectChange } from '../contract/projects.ts';
import type { Folder, OpenFolder } from '../engine/ports.ts';
import { inTurn } from './in-turn.ts';
import { datasetName } from './inspect-folder.ts';
import { knownSettings, requireInRange } from './given-settings.ts';
import { readProject, writeProject, type ProjectRecord } from './records.ts';

export interface OpenedProject {
  readonly folder: Folder;
  readonly record: ProjectRecord;
}

/** The folder that a training folder's project has or will have: its name, numbered where another project has it. */
export async function projectFolderFor(projects: Folder, training: Folder): Promise<Folder> {
  const name = datasetName(training) || 'pictures';
  for (let number = 1; ; number++) {
    const folder = projects.folder(number === 1 ? name : `${name}-${number}`);
    const record = await readProject(folder);
    if (record === null || record.training === training.path) return folder;
  }
}

interface OpenRequest {
  readonly training: string;
  readonly test: TestSource;
  /** The folder that a person chose for it; null: the one of the training folder. */
  readonly project: string | null;
  readonly labels: Readonly<Record<string, string>>;
}

/** Where a request's project lies, or will. Throws `project-damaged`. */
export const folderOfRequest = (
  openFolder: OpenFolder,
  projectsFolder: string,
  { project, training }: Pick<OpenRequest, 'project' | 'training'>,
): Promise<Folder> =>
  project === null
    ? projectFolderFor(openFolder(projectsFolder), openFolder(training))
    : Promise.resolve(openFolder(project));

/** Opens the project of a training folder, or starts one. New labels and a new test source are kept in it. */
export async function openProject(
  openFolder: OpenFolder,
  projectsFolder: string,
  request: OpenRequest,
): Promise<OpenedProject> {
  const folder = await folderOfRequest(openFolder, projectsFolder, request);
  const { training, test, labels } = request;
  const record = await changeRecord(folder, (known) =>
    changed(known ?? newRecord(folder, request), { training, test, labels }),
  );
  return { folder, record };
}

const newRecord = ({ name }: Folder, { training, test }: Pick<ProjectRecord, 'training' | 'test'>): ProjectRecord => ({
  version: 1,
  name,
  training,
  test,
  labels: {},
  settings: {},
  device: 'auto',
  leftOut: [],
  kept: [],
  counted: null,
});

/** Reads, changes and writes a project's record; one change at a time. Throws `project-damaged`. */
async function changeRecord(
  folder: Folder,
  change: (known: ProjectRecord | null) => ProjectRecord,
): Promise<ProjectRecord> {
  return inTurn(`${folder.path}/project.json`, async () => {
    const known = await readProject(folder);
    const record = change(known);
    if (JSON.stringify(record) !== JSON.stringify(known)) await writeProject(folder, record);
    return record;
  });
}

/** Throws `project-missing` where there is none. */
export async function requireProject(folder: Folder): Promise<ProjectRecord> {
  return requireRecord(folder, await readProject(folder));
}

function requireRecord(folder: Folder, record: ProjectRecord | null): ProjectRecord {
  if (record !== null) return record;
  throw new PawlabError(
    'project-missing',
    `There is no project at ${folder.path}.`,
    'Connect the drive that it lies on, or choose its folder where it is now.',
  );
}

/** Throws `project-missing`, `project-damaged` and `setting-out-of-range`. */
export async function changeProject(folder: Folder, change: ProjectChange): Promise<ProjectRecord> {
  if (change.settings !== undefined) requireInRange(change.settings);
  return changeRecord(folder, (known) => changed(requireRecord(folder, known), change));
}

function changed(record: ProjectRecord, change: ProjectChange): ProjectRecord {
  const { labels, settings, leftOut, kept, ...others } = change;
  const next: ProjectRecord = {
    ...record,
    ...others,
    labels: { ...record.labels, ...labels },
    ...(settings === undefined ? {} : { settings: knownSettings(settings) }),
    ...(leftOut === undefined ? {} : { leftOut: [...new Set(leftOut)] }),
    ...(kept === undefined ? {} : { kept: [...new Set(kept)] }),
  };
  const same = next.training === record.training && JSON.stringify(next.test) === JSON.stringify(record.test);
  return same ? next : { ...next, counted: null };
}

/** Keeps what a scan counted, training and test together, for the list of recent projects. */
export const rememberCounts = (
  folder: Folder,
  counted: { readonly pictures: number; readonly classes: number },
): Promise<ProjectRecord> =>
  changeRecord(folder, (known) => ({ ...requireRecord(folder, known), counted: { ...counted } }));

/** A project as a host shows it. */
export function projectView({ path: folder }: Folder, record: ProjectRecord): Project {
  const { name, training, test, labels, settings, device, leftOut, kept } = record;
  return { folder, name, training, test, labels, settings, device, leftOut, kept };
}

/** Makes the project of a training folder where there is none; one that has no test set yet takes `test`. */
export async function makeProject(
  openFolder: OpenFolder,
  projectsFolder: string,
  { training, test, labels }: { training: string; test: string | null; labels: Readonly<Record<string, string>> },
): Promise<OpenedProject> {
  const folder = await projectFolderFor(openFolder(projectsFolder), openFolder(training));
  const source: TestSource = test === null ? heldBack : { kind: 'folder', folder: test };
  const record = await changeRecord(folder, (known) => {
    if (known === null) return { ...newRecord(folder, { training, test: source }), labels: { ...labels } };
    return known.test.kind === 'none' && test !== null ? changed(known, { test: source }) : known;
  });
  return { folder, record };
}

/** A result that training pictures give of themselves says little. */
const heldBack: TestSource = { kind: 'holdBack', share: 0.2 };
