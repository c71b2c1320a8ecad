import type { CheckpointChoice } from '../contract/api.ts';
import { PawlabError } from '../contract/errors.ts';
import { answeringWeights } from '../engine/networks/state.ts';
import type { Folder, NetworkState, NamedTensor, OpenFolder } from '../engine/ports.ts';
import { decodeTensorFile, encodeTensorFile, type TensorFile } from '../engine/training/checkpoint.ts';
import type { Position } from '../engine/training/position.ts';
import { parsePosition, readProject, readRun, type RunRecord } from './records.ts';

export interface Run {
  readonly folder: Folder;
  readonly record: RunRecord;
}

const files = {
  last: 'last.safetensors',
  best: 'best-accuracy.safetensors',
  'best-loss': 'best-loss.safetensors',
} as const satisfies Record<CheckpointChoice, string>;

const checkpoints = (run: Folder): Folder => run.folder('checkpoints');

const pad = (number: number): string => String(number).padStart(2, '0');

/** Makes the folder of a new run: date, time and preset, numbered where two start in the same second. */
export async function createRunFolder(project: Folder, now: Date, preset: string): Promise<Folder> {
  const date = `${now.getFullYear()}-${pad(now.getMonth() + 1)}-${pad(now.getDate())}`;
  const time = `${pad(now.getHours())}${pad(now.getMinutes())}${pad(now.getSeconds())}`;
  const name = `${date}-${time}-${preset}`;
  for (let number = 1; ; number++) {
    const folder = project.folder('runs').folder(number === 1 ? name : `${name}-${number}`);
    if (await folder.create()) return folder;
  }
}

/** Every run of every project, the newest first (names begin with the date). */
async function allRuns(projects: Folder): Promise<Folder[]> {
  const found: Folder[] = [];
  for (const name of await projects.list()) {
    const project = projects.folder(name);
    if ((await project.readText('project.json')) === null) continue;
    for (const run of await project.folder('runs').list()) found.push(project.folder('runs').folder(run));
  }
  return found.sort((a, b) => (a.name < b.name ? 1 : -1));
}

/** Finds a run by its folder, its name, or `last`. Throws `run-missing`, and `run-damaged` for an unreadable one. */
export async function findRun(openFolder: OpenFolder, projectsFolder: string, asked: string): Promise<Run> {
  if (asked === 'last') {
    const newest = await newestRun(openFolder(projectsFolder), () => true);
    if (newest !== null) return newest;
    throw missing(`There is no run in ${projectsFolder} yet.`);
  }
  const given = openFolder(asked);
  const record = await readRun(given);
  if (record !== null) return { folder: given, record };
  const named = await newestRun(openFolder(projectsFolder), ({ name }) => name === given.name);
  if (named !== null) return named;
  throw missing(`There is no run at ${given.path}, nor one named ${given.name} in ${projectsFolder}.`);
}

const missing = (message: string): PawlabError =>
  new PawlabError('run-missing', message, 'Choose a run that is there, or train first.');

async function newestRun(projects: Folder, wanted: (run: Folder) => boolean): Promise<Run | null> {
  for (const folder of (await allRuns(projects)).filter(wanted)) {
    const record = await readRun(folder);
    if (record !== null) return { folder, record };
  }
  return null;
}

/** The folder of the project that a run lies in; null: it was copied out of its own. Throws `project-damaged`. */
export async function projectOf(run: Folder): Promise<string | null> {
  const project = run.parent.parent;
  return run.parent.name === 'runs' && (await readProject(project)) !== null ? project.path : null;
}

/** Labels as they are now: the project's, where the run still lies in one, else those of its time. */
export async function labelsOfRun({ folder, record }: Run): Promise<Readonly<Record<string, string>>> {
  const project = await readProject(folder.parent.parent);
  return { ...record.labels, ...project?.labels };
}

/** Writes all that is needed to go on exactly, under the name of the last checkpoint. */
export async function saveLast(run: Folder, state: NetworkState, position: Position): Promise<void> {
  const { weights, moments, averages, step, seed } = state;
  const metadata = { position: JSON.stringify(position), step: String(step), seed: String(seed) };
  const bytes = encodeTensorFile({ tensors: [...weights, ...moments, ...averages], metadata });
  await checkpoints(run).replaceBytes(files.last, bytes);
}

/** Writes the weights of an epoch that is the best so far. */
export async function saveBest(
  run: Folder,
  choice: 'best' | 'best-loss',
  weights: readonly NamedTensor[],
  epoch: number,
): Promise<void> {
  const bytes = encodeTensorFile({ tensors: weights, metadata: { epoch: String(epoch) } });
  await checkpoints(run).replaceBytes(files[choice], bytes);
}

async function readTensors(run: Folder, choice: CheckpointChoice): Promise<TensorFile | null> {
  const bytes = await checkpoints(run).readBytes(files[choice]);
  return bytes === null ? null : decodeTensorFile(bytes);
}

/** What the tensors of a checkpoint are, by the ending of their names. */
function sorted(tensors: readonly NamedTensor[]): Pick<NetworkState, 'weights' | 'moments' | 'averages'> {
  const isMoment = ({ name }: NamedTensor): boolean => /\/(?:m|v|velocity)$/.test(name);
  const isAverage = ({ name }: NamedTensor): boolean => name.endsWith('/average');
  return {
    weights: tensors.filter((tensor) => !isMoment(tensor) && !isAverage(tensor)),
    moments: tensors.filter(isMoment),
    averages: tensors.filter(isAverage),
  };
}

/** The weights that answer of a run's checkpoint: the averages where they are kept. Throws `run-damaged`. */
export async function loadWeights(run: Folder, choice: CheckpointChoice): Promise<readonly NamedTensor[]> {
  const file = await readTensors(run, choice);
  if (file === null) {
    throw new PawlabError(
      'run-damaged',
      `The run at ${run.path} has no ${files[choice]}: it ended before anything was saved, or the file was removed.`,
      'Train again, or choose another run.',
    );
  }
  return answeringWeights(sorted(file.tensors));
}

/**
 * What `saveLast` wrote; null where it never did. `seed`: the run's, which dropout draws from where an older checkpoint
 * doesn't say. Throws `run-damaged`.
 */
export async function loadLast(run: Folder, seed: number): Promise<{ state: NetworkState; position: Position } | null> {
  const file = await readTensors(run, 'last');
  if (file === null) return null;
  const { tensors, metadata } = file;
  try {
    const position = parsePosition(metadata['position'] ?? '');
    const { step, seed: own = seed } = metadata;
    return { state: { ...sorted(tensors), step: Number(step), seed: Number(own) }, position };
  } catch (error) {
    throw new PawlabError(
      'run-damaged',
      `The last checkpoint of ${run.path} doesn't say where the run stands.`,
      'The best checkpoints can still be used for prediction.',
      { cause: error },
    );
  }
}
