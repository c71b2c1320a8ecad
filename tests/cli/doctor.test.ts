import assert from 'node:assert/strict';
import { test } from 'node:test';
import { deviceIds } from '../../src/contract/devices.ts';
import { lineOf, linesOf, pawlab, pawlabIn } from '../support/pawlab.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

test('doctor names every rung with a reason or a measured step, and the choice', async (t) => {
  const doctor = await pawlab(temporaryFolder(t), 'doctor', '--json');
  assert.equal(doctor.code, 0, doctor.stderr);
  const topics = linesOf(doctor, 'fact').map(({ topic }) => topic);
  assert.deepEqual(topics, ['Node', 'Processor', 'Memory', 'Disk', 'Pictures', 'NVIDIA GPU']);
  const rungs = linesOf(doctor, 'rung');
  for (const id of deviceIds)
    assert.ok(
      rungs.some(({ device }) => device === id),
      id,
    );
  for (const { rung, text } of rungs) assert.ok(String(text).length > 10, `${String(rung)}: ${String(text)}`);
  const usable = rungs.filter((rung) => rung['usable'] === true);
  const times = linesOf(doctor, 'step_time');
  const devices = new Set(times.map(({ device }) => device));
  assert.equal(devices.size, usable.length);
  for (const { executor, milliseconds } of times) {
    assert.match(String(executor), /^(graph|eager)$/);
    assert.ok(Number(milliseconds) > 0);
  }
  if (usable.some(({ device }) => device === 'tensorflow')) {
    const ofTensorFlow = times.filter(({ device }) => String(device).startsWith('TensorFlow'));
    assert.deepEqual(
      ofTensorFlow.map(({ executor }) => executor),
      ['graph', 'eager'],
    );
  }
  const choice = lineOf(doctor, 'choice');
  assert.ok(usable.some(({ device }) => device === choice['device']));
  assert.match(
    String(choice['reason']),
    usable.length === 1 ? /^the only one usable$/ : /times as fast as .* ms a step\), measured on /,
  );
});

test('without native TensorFlow doctor says why, and WebAssembly carries on', async (t) => {
  const doctor = await pawlabIn(temporaryFolder(t), { PAWLAB_TENSORFLOW: '' }, 'doctor', '--json');
  assert.equal(doctor.code, 0, doctor.stderr);
  const tensorflow = linesOf(doctor, 'rung').find(({ device }) => device === 'tensorflow');
  assert.deepEqual([tensorflow?.['usable'], lineOf(doctor, 'choice')['device']], [false, 'wasm']);
  assert.match(String(tensorflow?.['text']), /not set up.*npm run setup/);
});
