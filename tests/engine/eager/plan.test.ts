import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Kernels } from '../../../src/engine/eager/kernels.ts';
import { plan } from '../../../src/engine/eager/plan.ts';
import type { Layer, NetworkDescription } from '../../../src/engine/models/description.ts';
import { describePreset } from '../../../src/engine/models/presets.ts';
import { anyDevice } from '../../support/devices.ts';

const tutorial = describePreset('tutorial', { classes: 2, size: 64 });
const withLayers = (layers: readonly Layer[]): NetworkDescription => ({ ...tutorial, layers });

test('max pooling goes before the bias and the relu of the convolution it follows', async () => {
  const { id } = await anyDevice();
  const kinds = plan(new Kernels(id), tutorial).map(({ layer, variable }) => variable ?? layer);
  assert.deepEqual(kinds, [
    'rescaling',
    ...['conv2d_1/kernel', 'max_pool_1', 'conv2d_1/bias', 'conv2d_1'],
    ...['conv2d_2/kernel', 'max_pool_2', 'conv2d_2/bias', 'conv2d_2'],
    'flatten',
    ...['dense_1/kernel', 'dense_1/bias', 'dense_1'],
    ...['dense_2/kernel', 'dense_2/bias'],
  ]);
});

test('a layer that the device has no kernel for is named', () => {
  assert.throws(() => plan(new Kernels('no-such-backend'), tutorial), {
    name: 'PawlabError',
    code: 'layer-unsupported',
    message: /^rescaling can't be trained on no-such-backend, which lacks Multiply\.$/,
  });
});

test('an activation that only the last layer can have is refused elsewhere', async () => {
  const { id } = await anyDevice();
  const layers = tutorial.layers.map((layer) =>
    layer.type === 'conv2d' ? { ...layer, activation: 'sigmoid' as const } : layer,
  );
  assert.throws(() => plan(new Kernels(id), withLayers(layers)), { code: 'layer-unsupported', message: /^conv2d_1 / });
});

test('the last layer must fit the loss', async () => {
  const { id } = await anyDevice();
  assert.throws(() => plan(new Kernels(id), withLayers(tutorial.layers.slice(0, -1))), RangeError);
  assert.throws(() => plan(new Kernels(id), { ...tutorial, loss: 'categoricalCrossEntropy' }), RangeError);
});
