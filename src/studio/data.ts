import type { TestSource } from '../contract/api.ts';
import type { SplitName } from '../contract/events.ts';
import type { Settings } from '../contract/settings.ts';
import { scanDataset, type Dataset } from '../engine/datasets/scan.ts';
import { holdBack } from '../engine/datasets/split.ts';
import type { Samples } from '../engine/training/samples.ts';
import { requireEnough, requireKnownClasses, requireSome } from './data-requirements.ts';
import { filesOf, part, prepareSplit, samplesOf, without, type Split } from './data-split.ts';
import type { JobContext, Parts } from './parts.ts';

export { specOf } from './data-split.ts';

/** Training and test pictures of a run, ready to be read. */
export interface RunData {
  readonly classes: readonly string[];
  readonly training: Samples;
  readonly test: Samples | null;
  /** The same for the same files by name and size, wherever the folder lies, of which the same are left out. */
  readonly fingerprint: string;
  close(): Promise<void>;
}

export interface DataRequest {
  readonly training: string;
  readonly test: TestSource;
  /** Files that the run does without, training and test. */
  readonly leftOut?: readonly string[];
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
export async function scanData(parts: Pick<Parts, 'folders'>, request: DataRequest): Promise<ScannedData> {
  const training = await scanDataset(parts.folders, request.training);
  const test = request.test.kind === 'folder' ? await scanDataset(parts.folders, request.test.folder) : null;
  if (test !== null) requireKnownClasses(test, training);
  return { request, training, test };
}

/** Decodes and splits the pictures of a run, reporting what it finds. Whoever gets them closes them. */
export async function openData(
  parts: Pick<Parts, 'pictures' | 'clock' | 'digest'>,
  scanned: ScannedData,
  settings: Settings,
  context: JobContext,
): Promise<RunData> {
  const opened: Split[] = [];
  const close = async (): Promise<void> => {
    for (const { pictures } of opened) await pictures.close();
  };
  const leftOut = new Set(scanned.request.leftOut);
  const open = async (dataset: Dataset, name: SplitName): Promise<Split> => {
    const split = await prepareSplit(parts, { dataset, split: name, settings, leftOut }, context);
    opened.push(split);
    return split;
  };
  const classNumbers = classNumbersOf(scanned.training);
  const classes = [...classNumbers.keys()];
  const found = (split: SplitName, images: number): void => context.report({ type: 'found', split, images, classes });
  try {
    const whole = await open(scanned.training, 'training');
    const { training, held } = parted(whole, classNumbers, scanned.request.test, settings.seed, leftOut);
    found('training', training.labels.length);
    const test = scanned.test === null ? held : testOf(await open(scanned.test, 'test'), classNumbers, leftOut);
    if (test !== null) {
      requireSome(test, scanned.request.test);
      found('test', test.labels.length);
    }
    return { classes, training, test, fingerprint: fingerprintOf(parts, scanned, leftOut), close };
  } catch (error) {
    await close();
    throw error;
  }
}

const testOf = (split: Split, classNumbers: ReadonlyMap<string, number>, leftOut: ReadonlySet<string>): Samples =>
  without(samplesOf(split, classNumbers), split.dataset, leftOut);

/**
 * Training samples, and those held back from them where that is the test set. What is left out is taken away from both
 * sides afterwards, so that leaving a picture out moves no other one to the other side.
 */
function parted(
  whole: Split,
  classNumbers: ReadonlyMap<string, number>,
  source: TestSource,
  seed: number,
  leftOut: ReadonlySet<string>,
): { training: Samples; held: Samples | null } {
  const { dataset, pictures } = whole;
  const samples = samplesOf(whole, classNumbers);
  requireEnough(dataset, without(samples, dataset, leftOut));
  if (source.kind !== 'holdBack') return { training: without(samples, dataset, leftOut), held: null };
  const contents = Array.from(samples.files, (file) => pictures.facts[file]?.content ?? `file ${file}`);
  const { training, test } = holdBack(samples.labels, source.share, seed, contents);
  const side = (members: Uint32Array): Samples => without(part(samples, members), dataset, leftOut);
  return { training: side(training), held: side(test) };
}

function fingerprintOf(
  parts: Pick<Parts, 'digest'>,
  { training, test }: ScannedData,
  leftOut: ReadonlySet<string>,
): string {
  const lines = [training, ...(test === null ? [] : [test])].flatMap((dataset) =>
    filesOf(dataset).map(({ path, size }) => {
      const line = `${path.slice(dataset.folder.length).replaceAll('\\', '/')}\t${size}`;
      return leftOut.has(path) ? `${line}\tleft out` : line;
    }),
  );
  return parts.digest(lines.join('\n'));
}
