import assert from 'node:assert/strict';
import { test } from 'node:test';
import { deviceIds } from '../../src/contract/devices.ts';
import { lineOf, linesOf, pawlab, pawlabIn } from '../support/pawlab.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

test('doctor names every rung with a reason or a measured step, and the choice', async (t) => {
  const doctor = await pawlab(temporaryFolder(t), 'doctor', '--json');
  assert.equal(doctor.code, 0, doctor.stderr);
  const topics = linesOf(doctor, 'fact').map(({ topic }) => topic);
  assert.deepEqual(topics, ['Node', 'Processor', 'Memory', 'Disk', 'Pictures']);
  const rungs = linesOf(doctor, 'rung');
  assert.ok(rungs.some(({ rung }) => rung === 'WebGPU'));
  for (const { rung, text } of rungs) assert.ok(String(text).length > 10, `${String(rung)}: ${String(text)}`);
  const usable = rungs.filter((rung) => rung['usable'] === true);
  const times = linesOf(doctor, 'step_time');
  assert.equal(times.length, usable.length);
  for (const { device, milliseconds } of times) {
    assert.equal(typeof device, 'string');
    assert.ok(Number(milliseconds) > 0);
  }
  const first = deviceIds.find((id) => usable.some(({ device }) => device === id));
  assert.equal(lineOf(doctor, 'choice')['device'], first);
});

test('without native TensorFlow doctor says why, and WebAssembly carries on', async (t) => {
  const doctor = await pawlabIn(temporaryFolder(t), { PAWLAB_TENSORFLOW: '' }, 'doctor', '--json');
  assert.equal(doctor.code, 0, doctor.stderr);
  const tensorflow = linesOf(doctor, 'rung').find(({ device }) => device === 'tensorflow');
  assert.deepEqual([tensorflow?.['usable'], lineOf(doctor, 'choice')['device']], [false, 'wasm']);
  assert.match(String(tensorflow?.['text']), /not set up.*npm run setup/);
});
