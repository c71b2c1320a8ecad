import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test, type TestContext } from 'node:test';
import type { PreviewRequest } from '../../src/contract/run-view.ts';
import { defaultSettings, type Settings } from '../../src/contract/settings.ts';
import { PawlabError } from '../../src/contract/errors.ts';
import { changeMemory } from '../../src/studio/device-memory.ts';
import { copyOf, ladder } from '../support/device-parts.ts';
import { drawSmallSample } from '../support/sample.ts';
import { changesIn, startStudio, type TestStudio } from '../support/studio.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const small: Settings = { ...defaultSettings, pictureSize: 16, batchSize: 8 };

interface Bench extends TestStudio {
  readonly request: PreviewRequest;
}

/** WebAssembly and a copy of it under another name. */
async function bench(t: TestContext): Promise<Bench> {
  const home = temporaryFolder(t);
  const [webgpu, wasm] = await Promise.all([copyOf('webgpu'), copyOf('wasm', { name: 'WebAssembly' })]);
  const tensorflow = (): Promise<never> =>
    Promise.reject(new PawlabError('device-unavailable', 'TensorFlow is missing.', 'Fetch it.'));
  const devices = ladder({ tensorflow, webgpu: () => webgpu, wasm: () => wasm });
  const started = startStudio(t, home, { devices });
  const sample = await drawSmallSample(join(home, 'pictures'), { training: 20, test: 6 });
  const { folder } = await started.studio.openProject({ training: sample.training, test: sample.test });
  return { ...started, request: { project: folder, settings: small, device: 'auto' } };
}

test('before anything was counted or measured, a preview tells what follows from the settings', async (t) => {
  const { studio, request } = await bench(t);
  const preview = await studio.previewRun({ ...request, settings: { ...small, pictureSize: 64 } });
  assert.equal(preview.parameters, 813217);
  assert.deepEqual(preview.layers[1], { name: 'Convolution 3×3, ReLU', output: [62, 62, 32], weights: 896 });
  const { trainingPictures, testPictures, steps, chosen, secondsPerEpoch } = preview;
  assert.deepEqual([trainingPictures, testPictures, steps, chosen, secondsPerEpoch], [null, null, null, null, null]);
  assert.deepEqual(
    preview.devices.map(({ id, usable, milliseconds }) => [id, usable, milliseconds]),
    [
      ['tensorflow', null, null],
      ['webgpu', null, null],
      ['wasm', null, null],
    ],
  );
  const wrong = { ...small, epochs: 0 };
  await assert.rejects(studio.previewRun({ ...request, settings: wrong }), { code: 'setting-out-of-range' });
});

test('what was scanned and measured is in the preview: pictures, steps, devices, time', async (t) => {
  const { studio, request, ended, events } = await bench(t);
  await ended(await studio.scan(request.project));
  const reports = await ended(await studio.measureDevices(request));
  assert.deepEqual(
    reports.flatMap((report) => (report.type === 'rung' ? [[report.device, report.usable]] : [])),
    [
      ['tensorflow', false],
      ['webgpu', true],
      ['wasm', true],
    ],
  );
  assert.equal(reports.filter(({ type }) => type === 'step_time').length, 2);
  assert.ok(changesIn(events).some(({ topic }) => topic === 'devices'));
  const preview = await studio.previewRun(request);
  const { trainingPictures, testPictures, steps, devices, chosen, secondsPerEpoch } = preview;
  assert.deepEqual([trainingPictures, testPictures, steps], [40, 12, 5]);
  const [missing, ...usable] = devices;
  assert.deepEqual([missing?.usable, missing?.reason], [false, 'TensorFlow is missing.']);
  assert.ok(usable.every((device) => device.usable === true && device.milliseconds !== null));
  const winner = devices.find(({ id }) => id === chosen);
  assert.match(winner?.reason ?? '', /^\d.* times as fast as .*, measured on \d{4}-\d\d-\d\d\.$/);
  // Five steps, and two test batches at a third of one each.
  assert.equal(secondsPerEpoch, ((winner?.milliseconds ?? NaN) * (5 + 2 / 3)) / 1000);

  const other = devices.find(({ id, usable: can }) => can === true && id !== chosen);
  const asked = await studio.previewRun({ ...request, device: other?.id ?? 'auto' });
  assert.equal(asked.secondsPerEpoch, ((other?.milliseconds ?? NaN) * (5 + 2 / 3)) / 1000);
  const larger = await studio.previewRun({ ...request, settings: { ...small, batchSize: 16 } });
  assert.deepEqual([larger.steps, larger.chosen], [3, null], 'another batch size was not measured');
});

test('a device that ended the program is left out, whatever was measured before, unless it is chosen', async (t) => {
  const { studio, request, ended, parts } = await bench(t);
  await ended(await studio.measureDevices(request));
  await changeMemory(parts.memory, (known) => ({ ...known, crashed: { wasm: '2026-11-24' } }));
  const { devices, chosen } = await studio.previewRun(request);
  assert.equal(chosen, 'webgpu');
  const wasm = devices.find(({ id }) => id === 'wasm');
  assert.equal(wasm?.usable, null);
  assert.match(wasm.reason, /^WebAssembly ended the program on 2026-11-24 .* tried again when it is chosen by name\.$/);
});
