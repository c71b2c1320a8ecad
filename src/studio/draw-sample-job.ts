import type { DrawSampleRequest } from '../contract/api.ts';
import { sampleSet, sampleSetName, testFolder, trainingFolder, unseenFolder } from '../engine/samples/sample-set.ts';
import type { JobContext, Parts } from './parts.ts';
import { limited } from './progress.ts';

/** Draws the sample set into its folder; pictures that are there already stay. */
export async function drawSampleJob(parts: Parts, request: DrawSampleRequest, context: JobContext): Promise<void> {
  const { report, signal } = context;
  const pictures = sampleSet(request.seed);
  const folder =
    request.folder === null
      ? parts.openFolder(parts.projectsFolder).folder('pictures').folder(sampleSetName(request.seed))
      : parts.openFolder(request.folder);
  await parts.sampleWriter.write(folder.path, pictures, {
    signal,
    onProgress: limited(parts.clock, (done, total) => report({ type: 'drawing', done, total })),
  });
  report({
    type: 'drawn',
    folder: folder.path,
    training: folder.folder(trainingFolder).path,
    test: folder.folder(testFolder).path,
    unseen: folder.folder(unseenFolder).path,
    images: pictures.length,
  });
}
