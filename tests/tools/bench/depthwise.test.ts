import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { NetworkDescription } from '../../../src/engine/models/description.ts';
import { plan } from '../../../src/engine/models/plan.ts';
import { parameterCount } from '../../../src/engine/models/variables.ts';
import { toolUrl } from '../run-tool.ts';

const { depthwise } = (await import(toolUrl('bench/depthwise.mjs'))) as { depthwise: NetworkDescription };

void test('the depthwise network has 15 to 20 layers and as many parameters as its twin in Keras tells', () => {
  assert.ok(depthwise.layers.length >= 15 && depthwise.layers.length <= 20, `${depthwise.layers.length}`);
  assert.equal(parameterCount(depthwise), 14_538);
  assert.deepEqual(plan(depthwise).at(-1)?.shape, [10]);
});
