import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import type { Report } from '../../src/contract/events.ts';
import { changeMemory } from '../../src/studio/device-memory.ts';
import { copyOf, ladder } from '../support/device-parts.ts';
import { drawSmallSample } from '../support/sample.ts';
import { startStudio } from '../support/studio.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

test('a run goes on on another device where its own ended the program', async (t) => {
  const home = temporaryFolder(t);
  const opened: string[] = [];
  const open = (id: 'webgpu' | 'wasm') => async () => {
    opened.push(id);
    return copyOf(id);
  };
  const missing = (): Promise<never> => Promise.reject(new Error('nobody asks for it'));
  const devices = ladder({ tensorflow: missing, webgpu: open('webgpu'), wasm: open('wasm') });
  const { studio, ended, parts, watch } = startStudio(t, home, { devices });
  const sample = await drawSmallSample(join(home, 'pictures'), { training: 8, test: 2 });
  watch((event) => {
    if (event.type === 'job' && event.report?.type === 'step') void studio.pause(event.job);
  });
  const paused = await ended(
    await studio.train({
      training: sample.training,
      test: { kind: 'none' },
      project: null,
      labels: {},
      settings: { pictureSize: 16, batchSize: 4, epochs: 1 },
      device: 'webgpu',
      executor: 'auto',
    }),
  );
  assert.deepEqual(opened, ['webgpu']);
  await changeMemory(parts.memory, (known) => ({
    ...known,
    crashed: { webgpu: '2026-11-24', tensorflow: '2026-11-24' },
  }));
  const run = runOf(paused);
  const resumed = await ended(await studio.resume({ run, epochs: null, device: 'auto', executor: 'auto' }));
  assert.deepEqual(opened, ['webgpu', 'wasm']);
  const notices = resumed.flatMap((report) => (report.type === 'notice' ? [report.text] : []));
  assert.match(notices[0] ?? '', /^WebGPU ended the program on 2026-11-24 .* The run goes on on another device\.$/);
  assert.match((await studio.run(run)).device.name, /wasm/);
});

const runOf = (reports: readonly Report[]): string => reports.find((report) => report.type === 'done')?.run ?? '';
