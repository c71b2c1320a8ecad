import assert from 'node:assert/strict';
import { test } from 'node:test';
import { describePreset } from '../../../src/engine/models/presets.ts';
import { decays, parameterCount, trainedVariables, variables } from '../../../src/engine/models/variables.ts';
import { kerasCases, kerasSize } from '../../support/keras.ts';

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

const listed = (tensors: readonly { readonly name: string; readonly shape: readonly number[] }[]): string[] =>
  tensors.map(({ name, shape }) => `${name} ${shape.join('x')}`);

for (const { name, description, weights, gradients } of kerasCases()) {
  test(`${name}: variables are Keras's in name, shape and order`, () => {
    assert.deepEqual(listed(variables(description)), listed(weights));
    assert.deepEqual(listed(trainedVariables(description)), listed(gradients));
    assert.equal(parameterCount(description), kerasSize(weights));
  });
}

test('only kernels decay', () => {
  const all = kerasCases().flatMap(({ description }) => variables(description));
  for (const variable of all) assert.equal(decays(variable), variable.name.endsWith('kernel'), variable.name);
});

test('only averages of batch statistics are not trained', () => {
  const all = kerasCases().flatMap(({ description }) => variables(description));
  for (const { name, trained } of all) assert.equal(trained, !/\/moving_(mean|variance)$/.test(name), name);
});
