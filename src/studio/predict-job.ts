import type { CheckpointChoice, PredictRequest } from '../contract/api.ts';
import { PawlabError } from '../contract/errors.ts';
import type { PredictionEvent } from '../contract/events.ts';
import { scanFiles, type Skipped } from '../engine/datasets/scan.ts';
import { describeNetwork } from '../engine/models/describe.ts';
import type { DecodedPicture, Network } from '../engine/ports.ts';
import { answerFrom } from '../engine/prediction/answer.ts';
import type { Trial } from '../engine/training/measure-step.ts';
import { specOf } from './data.ts';
import { recallDevice } from './devices.ts';
import type { JobContext, Parts } from './parts.ts';
import { findRun, labelsOfRun, loadWeights, type Run } from './runs.ts';

/** Pictures per call of the network. */
const batchSize = 32;

/** Labels pictures and the pictures in folders, in the order given. */
export async function predictJob(parts: Parts, request: PredictRequest, context: JobContext): Promise<void> {
  const start = parts.clock();
  const run = await findRun(parts.openFolder, parts.projectsFolder, request.run);
  const paths = await filesOf(parts, request.paths, context);
  const network = await openNetwork(parts, run, request, context);
  try {
    const counts = await predictAll(parts, run, network, paths.files, request.threshold, context);
    context.report({
      type: 'predicted',
      pictures: counts.pictures,
      skipped: counts.skipped + paths.skipped,
      seconds: (parts.clock() - start) / 1000,
    });
  } finally {
    network.dispose();
  }
}

/** Files named, and the files in folders named; what can't be found is reported as skipped. */
async function filesOf(
  parts: Parts,
  asked: readonly string[],
  { report }: JobContext,
): Promise<{ files: string[]; skipped: number }> {
  const files: string[] = [];
  let skipped = 0;
  const skip = (file: string, reason: string): void => {
    skipped += 1;
    report({ type: 'skipped', file, reason });
  };
  for (const path of asked) {
    const entry = await parts.folders.entry(path);
    if (entry.kind === 'unreadable') skip(path, entry.reason);
    else if (entry.kind === 'file') files.push(path);
    else {
      const found = await scanFiles(parts.folders, path, entry.realPath);
      for (const { file, reason } of found.skipped) skip(file, reason);
      files.push(...found.files.map((picture) => picture.path));
    }
  }
  if (files.length === 0 && skipped === 0) {
    throw new PawlabError(
      'no-pictures',
      `There is no file in ${asked.join(', ')}.`,
      'Choose pictures, or a folder that holds some.',
    );
  }
  return { files, skipped };
}

async function openNetwork(parts: Parts, run: Run, request: PredictRequest, context: JobContext): Promise<Network> {
  const { settings, classes } = run.record;
  const description = describeNetwork(settings, { classes: classes.length, counts: null });
  const trial: Trial = { description, batchSize: settings.batchSize, executor: 'auto' };
  const device = await recallDevice(parts, request.device, trial, context);
  const weights = await loadWeights(run.folder, checkpointOf(run, request.checkpoint, context));
  return device.createNetwork(description, weights, { seed: settings.seed, executor: 'auto' });
}

/** The checkpoint asked for; the last one where no epoch was finished and so none is the best. */
function checkpointOf({ record }: Run, asked: CheckpointChoice, { report }: JobContext): CheckpointChoice {
  if (asked === 'last' || record.epochs > 0) return asked;
  report({ type: 'notice', text: 'This run was stopped in its first epoch: what it had learned by then answers.' });
  return 'last';
}

type Decoded = Extract<DecodedPicture, { readonly pixels: Uint8Array }>;

/** Pictures in groups of at most a batch; one that can't be read comes by itself, in its place. */
async function* grouped(pictures: AsyncIterable<DecodedPicture>): AsyncGenerator<readonly Decoded[] | Skipped, void> {
  let group: Decoded[] = [];
  for await (const picture of pictures) {
    if ('pixels' in picture) group.push(picture);
    if (group.length === batchSize || (!('pixels' in picture) && group.length > 0)) {
      yield group;
      group = [];
    }
    if (!('pixels' in picture)) yield { file: picture.path, reason: picture.reason };
  }
  if (group.length > 0) yield group;
}

/** One answer per picture of a group, in the run's terms. */
async function answer(
  network: Network,
  { record }: Run,
  labels: Readonly<Record<string, string>>,
  group: readonly Decoded[],
  threshold: number,
): Promise<PredictionEvent[]> {
  const size = group[0]?.pixels.length ?? 0;
  const pictures = new Uint8Array(group.length * size);
  group.forEach(({ pixels }, index) => pictures.set(pixels, index * size));
  const outputs = await network.predict(pictures);
  const width = outputs.length / group.length;
  return group.map(({ path }, index) => {
    const given = answerFrom(outputs.subarray(index * width, (index + 1) * width), threshold);
    const name = record.classes[given.class] ?? '';
    const scores = Object.fromEntries(record.classes.map((other, at) => [other, given.scores[at] ?? NaN]));
    return {
      type: 'prediction',
      file: path,
      class: name,
      label: labels[name] ?? name,
      confidence: given.confidence,
      scores,
    };
  });
}

async function predictAll(
  parts: Parts,
  run: Run,
  network: Network,
  files: readonly string[],
  threshold: number,
  { report, signal }: JobContext,
): Promise<{ pictures: number; skipped: number }> {
  const labels = await labelsOfRun(run);
  const counts = { pictures: 0, skipped: 0 };
  for await (const group of grouped(parts.pictures.decode(files, specOf(run.record.settings), signal))) {
    signal.throwIfAborted();
    if ('reason' in group) {
      counts.skipped += 1;
      report({ type: 'skipped', ...group });
      continue;
    }
    for (const prediction of await answer(network, run, labels, group, threshold)) report(prediction);
    counts.pictures += group.length;
  }
  return counts;
}
