import assert from 'node:assert/strict';
import { test } from 'node:test';
import { compile } from '../../../src/engine/eager/compile.ts';
import { Kernels } from '../../../src/engine/eager/kernels.ts';
import { describePreset } from '../../../src/engine/models/presets.ts';
import { anyDevice } from '../../support/devices.ts';
import { kerasCases } from '../../support/keras.ts';

test('a layer that the device has no kernel for is named', () => {
  const tutorial = describePreset('tutorial', { classes: 2, size: 64 });
  assert.throws(() => compile(new Kernels('no-such-backend'), tutorial), {
    name: 'PawlabError',
    code: 'layer-unsupported',
    message: /^rescaling can't be trained on no-such-backend, which lacks Multiply, Add\.$/,
  });
});

test('gradients go back only where a variable is', async () => {
  const { id } = await anyDevice();
  const [concatenate] = kerasCases((name) => name === 'concatenate');
  assert.ok(concatenate);
  const compiled = compile(new Kernels(id), concatenate.description);
  const joined = compiled.find(({ inputs }) => inputs.length === 3);
  assert.deepEqual(joined?.differentiated, [true, true, false], 'two convolutions and the pictures themselves');
  assert.deepEqual(compiled[0]?.differentiated, [false]);
});
