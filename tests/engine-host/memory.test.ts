import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { memory } from '@tensorflow/tfjs-core';
import type { Report } from '../../src/contract/events.ts';
import { compose } from '../../src/engine-host/compose.ts';
import { drawSmallSample } from '../support/sample.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const megabytes = (bytes: number): number => Math.round(bytes / 1e6);

test('25 epochs end with the memory and the tensors of the first', async (t) => {
  const folder = temporaryFolder(t);
  const sample = await drawSmallSample(join(folder, 'pictures'), { training: 48, test: 16 });
  const program = compose();
  t.after(() => program.close());
  const resident: number[] = [];
  const tensors = new Set<number>();
  const last = await new Promise<Report | null>((resolve) => {
    let previous: Report | null = null;
    program.subscribe((event) => {
      if (event.type !== 'job') return;
      const { report } = event;
      if (report === null) {
        resolve(previous);
        return;
      }
      previous = report;
      if (report.type !== 'epoch') return;
      resident.push(process.memoryUsage.rss());
      tensors.add(memory().numTensors);
    });
    void program.studio.train({
      training: sample.training,
      test: { kind: 'folder', folder: sample.test },
      project: join(folder, 'project'),
      labels: {},
      settings: { epochs: 25 },
      device: 'auto',
      executor: 'auto',
    });
  });
  assert.equal(last?.type, 'done');
  assert.equal(resident.length, 25);
  const [first = 0, end = 0] = [resident[0], resident.at(-1)];
  assert.ok(end - first < 200e6, `${megabytes(first)} MB after the first epoch, ${megabytes(end)} MB at the end`);
  assert.equal(tensors.size, 1, `tensor counts ${[...tensors].join(', ')}`);
  t.diagnostic(`${megabytes(first)} MB after the first epoch, ${megabytes(end)} MB at the end`);
});
