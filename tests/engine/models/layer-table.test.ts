import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Layer } from '../../../src/engine/models/description.ts';
import { layerTable } from '../../../src/engine/models/layer-table.ts';
import { describePreset } from '../../../src/engine/models/presets.ts';
import { parameterCount } from '../../../src/engine/models/variables.ts';

const tutorial = describePreset('tutorial', { classes: 2, size: 64 });

test('the tutorial network, as people read it', () => {
  assert.deepEqual(
    layerTable(tutorial).map(({ name, output, weights }) => [name, output.join(' '), weights]),
    [
      ['Scale to 0 to 1', '64 64 3', 0],
      ['Convolution 3×3, ReLU', '62 62 32', 896],
      ['Max pooling 2×2', '31 31 32', 0],
      ['Convolution 3×3, ReLU', '29 29 32', 9248],
      ['Max pooling 2×2', '14 14 32', 0],
      ['Flatten', '6272', 0],
      ['Dense, ReLU', '128', 802944],
      ['Dense, sigmoid', '1', 129],
    ],
  );
});

test('the weights of all layers are the parameters of the network', () => {
  const weights = layerTable(tutorial).reduce((sum, row) => sum + row.weights, 0);
  assert.equal(weights, parameterCount(tutorial));
});

test('every kind of layer has a name', () => {
  const window = { strides: 1, padding: 'same' } as const;
  const layers: readonly Layer[] = [
    { type: 'rescaling', name: 'a', scale: 1 / 127.5, offset: -1 },
    { type: 'zeroPadding', name: 'b', top: 1, bottom: 1, left: 1, right: 1 },
    { type: 'depthwiseConv2d', name: 'c', kernelSize: 3, useBias: false, activation: 'relu6', ...window },
    { type: 'separableConv2d', name: 'd', filters: 3, kernelSize: 5, useBias: true, activation: 'swish', ...window },
    { type: 'add', name: 'e', inputs: ['c', 'd'] },
    { type: 'concatenate', name: 'f', inputs: ['c', 'e'] },
    { type: 'batchNormalization', name: 'g', momentum: 0.9, epsilon: 0.001 },
    { type: 'activation', name: 'h', activation: 'relu' },
    { type: 'averagePool', name: 'i', size: 2, ...window },
    { type: 'globalAveragePool', name: 'j' },
    { type: 'dropout', name: 'k', rate: 0.5 },
    { type: 'dense', name: 'l', units: 3, useBias: true, activation: 'softmax' },
  ];
  assert.deepEqual(
    layerTable({ ...tutorial, layers, classes: 3 }).map(({ name }) => name),
    [
      'Scale to -1 to 1',
      'Margin of zeros',
      'Convolution by channel 3×3, ReLU6',
      'Separable convolution 5×5, swish',
      'Sum',
      'Join channels',
      'Batch normalization',
      'ReLU',
      'Average pooling 2×2',
      'Average of each channel',
      'Dropout 50\u00a0%',
      'Dense, softmax',
    ],
  );
});
