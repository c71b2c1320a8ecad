import type { SplitName } from '../contract/events.ts';
import type { Settings } from '../contract/settings.ts';
import type { Dataset } from '../engine/datasets/scan.ts';
import type { PictureFile, PictureSpec, PreparedPictures } from '../engine/ports.ts';
import type { Samples } from '../engine/training/samples.ts';
import type { JobContext, Parts } from './parts.ts';
import { limited } from './progress.ts';

/** A folder of classes, decoded. */
export interface Split {
  readonly dataset: Dataset;
  readonly pictures: PreparedPictures;
}

export const specOf = (settings: Settings): PictureSpec => ({
  height: settings.pictureSize,
  width: settings.pictureSize,
  resampling: settings.resampling,
});

/** In the order that prepared pictures are numbered in. */
export const filesOf = ({ classes }: Dataset): PictureFile[] => classes.flatMap(({ files }) => files);

export interface SplitRequest {
  readonly dataset: Dataset;
  readonly split: SplitName;
  readonly settings: Settings;
  readonly leftOut: ReadonlySet<string>;
}

/** Decodes a folder's pictures, those left out among them, and reports what can't be read. Whoever gets them closes them. */
export async function prepareSplit(
  parts: Pick<Parts, 'pictures' | 'clock'>,
  { dataset, split, settings, leftOut }: SplitRequest,
  context: JobContext,
): Promise<Split> {
  const start = parts.clock();
  const pictures = await parts.pictures.prepare(dataset.folder, filesOf(dataset), specOf(settings), {
    signal: context.signal,
    onProgress: limited(parts.clock, (done, total) => context.report({ type: 'preparing', split, done, total })),
  });
  const { decoded, reasons } = pictures;
  const seconds = (parts.clock() - start) / 1000;
  context.report({ type: 'prepared', split, pictures: reasons.length, decoded, seconds });
  reportSkipped({ dataset, pictures }, leftOut, context);
  return { dataset, pictures };
}

function reportSkipped({ dataset, pictures }: Split, leftOut: ReadonlySet<string>, { report }: JobContext): void {
  for (const skipped of dataset.skipped) if (!leftOut.has(skipped.file)) report({ type: 'skipped', ...skipped });
  filesOf(dataset).forEach(({ path }, index) => {
    const reason = pictures.reasons[index] ?? null;
    if (reason !== null && !leftOut.has(path)) report({ type: 'skipped', file: path, reason });
  });
}

/** The readable files with the number of their class; `classNumbers` gives it by class name. */
export function samplesOf({ dataset, pictures }: Split, classNumbers: ReadonlyMap<string, number>): Samples {
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

/** Samples at the given places among them. */
export function part(samples: Samples, members: Uint32Array): Samples {
  return {
    pictures: samples.pictures,
    files: members.map((index) => samples.files[index] ?? 0),
    labels: Uint16Array.from(members, (index) => samples.labels[index] ?? 0),
  };
}

/** Samples whose files nobody left out. */
export function without(samples: Samples, dataset: Dataset, leftOut: ReadonlySet<string>): Samples {
  if (leftOut.size === 0) return samples;
  const files = filesOf(dataset);
  const members = Uint32Array.from(samples.files.keys());
  return part(
    samples,
    members.filter((index) => !leftOut.has(files[samples.files[index] ?? 0]?.path ?? '')),
  );
}
