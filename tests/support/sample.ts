import { join } from 'node:path';
import { SharpSampleWriter } from '../../src/adapters/sample-writer.ts';
import { sampleSet, testFolder, trainingFolder, unseenFolder } from '../../src/engine/samples/sample-set.ts';

export interface SmallSample {
  readonly training: string;
  readonly test: string;
  readonly unseen: string;
}

/** Draws a small sample set into a folder. Counts are per class. */
export async function drawSmallSample(folder: string, size: { training: number; test: number }): Promise<SmallSample> {
  await new SharpSampleWriter().write(folder, sampleSet(1, { ...size, unseen: 2 }), {
    signal: new AbortController().signal,
    onProgress: () => undefined,
  });
  return {
    training: join(folder, trainingFolder),
    test: join(folder, testFolder),
    unseen: join(folder, unseenFolder),
  };
}
