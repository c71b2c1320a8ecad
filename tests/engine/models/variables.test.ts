import assert from 'node:assert/strict';
import { test } from 'node:test';
import { describePreset } from '../../../src/engine/models/presets.ts';
import { parameterCount, variables } from '../../../src/engine/models/variables.ts';

test('the tutorial network has 813,217 parameters at 64 x 64', () => {
  assert.equal(parameterCount(describePreset('tutorial', { classes: 2, size: 64 })), 813_217);
});

test('variables have the names and shapes of the layers, kernels before biases', () => {
  const listed = variables(describePreset('tutorial', { classes: 5, size: { height: 64, width: 32 } }));
  assert.deepEqual(
    listed.map(({ name, shape }) => `${name} ${shape.join('x')}`),
    [
      'conv2d_1/kernel 3x3x3x32',
      'conv2d_1/bias 32',
      'conv2d_2/kernel 3x3x32x32',
      'conv2d_2/bias 32',
      'dense_1/kernel 2688x128',
      'dense_1/bias 128',
      'dense_2/kernel 128x5',
      'dense_2/bias 5',
    ],
  );
});
