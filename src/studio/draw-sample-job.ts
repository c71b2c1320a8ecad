import type { DrawSampleRequest } from '../contract/api.ts';
import {
  defaultSampleSetSize,
  sampleSet,
  sampleSetName,
  testFolder,
  trainingFolder,
  unseenFolder,
  unseenPictures,
} from '../engine/samples/sample-set.ts';
import type { JobContext, Parts } from './parts.ts';
import { limited } from './progress.ts';

/** Draws the sample set into its folder; pictures that are there already stay. */
export async function drawSampleJob(parts: Parts, request: DrawSampleRequest, context: JobContext): Promise<void> {
  const { report, signal } = context;
  const pictures = sampleSet(request.seed);
  const folder =
    request.folder === null
      ? parts.openFolder(parts.projectsFolder).folder('pictures').folder(sampleSetName)
      : parts.openFolder(request.folder);
  await parts.sampleWriter.write(folder.path, pictures, {
    signal,
    onProgress: limited(parts.clock, (done, total) => report({ type: 'drawing', done, total })),
  });
  const unseen = folder.folder(unseenFolder);
  const truth = unseenPictures(request.seed, defaultSampleSetSize.unseen).map((picture) => [
    unseen.folder(picture.file.slice(unseenFolder.length + 1)).path,
    picture.class,
  ]);
  report({
    type: 'drawn',
    folder: folder.path,
    training: folder.folder(trainingFolder).path,
    test: folder.folder(testFolder).path,
    unseen: unseen.path,
    truth: Object.fromEntries(truth) as Record<string, string>,
    images: pictures.length,
  });
}
