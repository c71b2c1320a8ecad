import type { TestSource } from '../contract/api.ts';
import { counted } from '../contract/counted.ts';
import { PawlabError } from '../contract/errors.ts';
import type { SplitName } from '../contract/events.ts';
import type { Settings } from '../contract/settings.ts';
import { scanDataset, type Dataset } from '../engine/datasets/scan.ts';
import { fewestPictures, holdBack } from '../engine/datasets/split.ts';
import { countClasses } from '../engine/models/class-weights.ts';
import type { PictureFile, PictureSpec, PreparedPictures } from '../engine/ports.ts';
import type { Samples } from '../engine/training/samples.ts';
import type { JobContext, Parts } from './parts.ts';
import { limited } from './progress.ts';

/** Training and test pictures of a run, ready to be read. */
export interface RunData {
  readonly classes: readonly string[];
  readonly training: Samples;
  readonly test: Samples | null;
  /** The same for the same files by name and size, wherever the folder lies. */
  readonly fingerprint: string;
  close(): Promise<void>;
}

export interface DataRequest {
  readonly training: string;
  readonly test: TestSource;
}

interface Split {
  readonly dataset: Dataset;
  readonly pictures: PreparedPictures;
  readonly samples: Samples;
}

export const specOf = (settings: Settings): PictureSpec => ({
  height: settings.pictureSize,
  width: settings.pictureSize,
  resampling: settings.resampling,
});

/** In the order that prepared pictures are numbered in. */
const filesOf = ({ classes }: Dataset): PictureFile[] => classes.flatMap(({ files }) => files);

/** The readable files of a data set with the number of their class; `classNumbers` gives it by class name. */
function samplesOf(dataset: Dataset, pictures: PreparedPictures, classNumbers: ReadonlyMap<string, number>): Samples {
  const files: number[] = [];
  const labels: number[] = [];
  let file = 0;
  for (const { name, files: members } of dataset.classes) {
    for (let member = 0; member < members.length; member++, file++) {
      if (pictures.reasons[file] !== null) continue;
      files.push(file);
      labels.push(classNumbers.get(name) ?? 0);
    }
  }
  return { pictures, files: Uint32Array.from(files), labels: Uint16Array.from(labels) };
}

function reportSkipped({ dataset, pictures }: Split, { report }: JobContext): void {
  for (const skipped of dataset.skipped) report({ type: 'skipped', ...skipped });
  filesOf(dataset).forEach(({ path }, index) => {
    const reason = pictures.reasons[index] ?? null;
    if (reason !== null) report({ type: 'skipped', file: path, reason });
  });
}

async function prepareSplit(
  parts: Parts,
  dataset: Dataset,
  split: SplitName,
  settings: Settings,
  classNumbers: ReadonlyMap<string, number>,
  context: JobContext,
): Promise<Split> {
  const files = filesOf(dataset);
  const start = parts.clock();
  const pictures = await parts.pictures.prepare(dataset.folder, files, specOf(settings), {
    signal: context.signal,
    onProgress: limited(parts.clock, (done, total) => context.report({ type: 'preparing', split, done, total })),
  });
  const { decoded, reasons } = pictures;
  const seconds = (parts.clock() - start) / 1000;
  context.report({ type: 'prepared', split, pictures: reasons.length, decoded, seconds });
  const prepared = { dataset, pictures, samples: samplesOf(dataset, pictures, classNumbers) };
  reportSkipped(prepared, context);
  return prepared;
}

/** Throws `too-few-pictures`, naming the class with the count it has and the count it needs. */
function requireEnough({ dataset, samples }: Split): void {
  const counts = countClasses(samples.labels, dataset.classes.length);
  dataset.classes.forEach(({ name }, label) => {
    const count = counts[label] ?? 0;
    if (count >= fewestPictures) return;
    throw new PawlabError(
      'too-few-pictures',
      `The class ${name} has ${counted(count, 'readable picture')}; it needs at least ${fewestPictures}.`,
      `Add pictures to ${name}, or move its folder away.`,
    );
  });
}

/** Throws `classes-differ` where the test set has a class that training hasn't. */
function requireKnownClasses(test: Dataset, classNumbers: ReadonlyMap<string, number>): void {
  const unknown = test.classes.find(({ name }) => !classNumbers.has(name));
  if (unknown === undefined) return;
  throw new PawlabError(
    'classes-differ',
    `The test folder ${test.folder} has a class ${unknown.name} that the training folder doesn't have (${[...classNumbers.keys()].join(', ')}).`,
    'Name the class folders alike in both, or choose another test folder.',
  );
}

function part(samples: Samples, members: Uint32Array): Samples {
  return {
    pictures: samples.pictures,
    files: members.map((index) => samples.files[index] ?? 0),
    labels: Uint16Array.from(members, (index) => samples.labels[index] ?? 0),
  };
}

function fingerprintOf(parts: Parts, { training, test }: ScannedData): string {
  const lines = [training, ...(test === null ? [] : [test])].flatMap((dataset) =>
    filesOf(dataset).map(({ path, size }) => `${path.slice(dataset.folder.length).replaceAll('\\', '/')}\t${size}`),
  );
  return parts.digest(lines.join('\n'));
}

/** The folders of a run, read but not decoded. */
export interface ScannedData {
  readonly request: DataRequest;
  readonly training: Dataset;
  readonly test: Dataset | null;
}

const classNumbersOf = (dataset: Dataset): ReadonlyMap<string, number> =>
  new Map(dataset.classes.map(({ name }, index) => [name, index]));

/** Reads the folders: what is wrong with them should be said before the long work begins. */
export async function scanData(parts: Parts, request: DataRequest): Promise<ScannedData> {
  const training = await scanDataset(parts.folders, request.training);
  const test = request.test.kind === 'folder' ? await scanDataset(parts.folders, request.test.folder) : null;
  if (test !== null) requireKnownClasses(test, classNumbersOf(training));
  return { request, training, test };
}

/** Decodes and splits the pictures of a run, reporting what it finds. Whoever gets them closes them. */
export async function openData(
  parts: Parts,
  scanned: ScannedData,
  settings: Settings,
  context: JobContext,
): Promise<RunData> {
  const opened: Split[] = [];
  const close = async (): Promise<void> => {
    for (const { pictures } of opened) await pictures.close();
  };
  const classNumbers = classNumbersOf(scanned.training);
  const classes = [...classNumbers.keys()];
  const open = async (dataset: Dataset, name: SplitName): Promise<Split> => {
    const split = await prepareSplit(parts, dataset, name, settings, classNumbers, context);
    opened.push(split);
    return split;
  };
  try {
    const whole = await open(scanned.training, 'training');
    requireEnough(whole);
    const { training, held } = parted(whole.samples, scanned.request.test, settings.seed);
    const found = (split: SplitName, images: number): void => context.report({ type: 'found', split, images, classes });
    found('training', training.labels.length);
    const test = scanned.test === null ? held : (await open(scanned.test, 'test')).samples;
    if (test !== null) {
      requireSome(test, scanned.request.test);
      found('test', test.labels.length);
    }
    return { classes, training, test, fingerprint: fingerprintOf(parts, scanned), close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** Training samples, and those held back from them where that is the test set. */
function parted(whole: Samples, source: TestSource, seed: number): { training: Samples; held: Samples | null } {
  if (source.kind !== 'holdBack') return { training: whole, held: null };
  const { training, test } = holdBack(whole.labels, source.share, seed);
  return { training: part(whole, training), held: part(whole, test) };
}

function requireSome(test: Samples, source: TestSource): void {
  if (test.labels.length > 0) return;
  throw new PawlabError(
    'no-pictures',
    `The test folder ${source.kind === 'folder' ? source.folder : ''} has no readable picture.`,
    'Choose another test folder, or hold back a share of the training pictures.',
  );
}
