import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import process from 'node:process';
import { test } from 'node:test';
import { promisify } from 'node:util';
import { softwareGpuEnvironments } from '../../support/software-gpu.ts';
import type { Compared } from '../../support/webgpu-layers.ts';

const program = join(import.meta.dirname, '..', '..', 'support', 'webgpu-layers.ts');

/** Between them they have every operation but dropout. The adapter in software is slow: not all cases. */
const cases = [
  ...[
    'convolution, strides, same, even kernels',
    'separable, strides, same',
    'max pooling, overlapping',
    'activations',
  ],
  ...['average pooling, same', 'padding and rescaling', 'relu6 and softmax', 'concatenate', 'deep residual'],
];

async function onWebGpu(): Promise<readonly Compared[] | null> {
  for (const env of softwareGpuEnvironments()) {
    const { stdout } = await promisify(execFile)(process.execPath, [program, ...cases], { env });
    const compared = JSON.parse(stdout.trim().split('\n').at(-1) ?? '') as readonly Compared[] | null;
    if (compared !== null) return compared;
  }
  return null;
}

test("every operation's gradient on WebGPU is Keras's", async (t) => {
  const compared = await onWebGpu();
  if (compared === null) {
    t.skip("WebGPU finds no adapter here, not even in software (Chromium's SwiftShader or Mesa's lavapipe)");
    return;
  }
  assert.deepEqual(compared.map(({ name }) => name).toSorted(), cases.toSorted());
  for (const { name, differences } of compared) {
    for (const [variable, difference] of Object.entries(differences)) {
      assert.ok(difference <= 2e-4, `${name}: the gradient by ${variable} is off by ${difference} of the largest`);
    }
  }
});
