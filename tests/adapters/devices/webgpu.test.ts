import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import process from 'node:process';
import { test, type TestContext } from 'node:test';
import { softwareGpuEnvironments } from '../../support/software-gpu.ts';
import type { Trained } from '../../support/webgpu-training.ts';

const program = join(import.meta.dirname, '..', '..', 'support', 'webgpu-training.ts');

const environments = softwareGpuEnvironments();

/** What the program prints, in an environment. Fails where it ends otherwise than well: Dawn may crash at the very end. */
const run = (env: NodeJS.ProcessEnv): Promise<Trained | null> =>
  new Promise((resolve, reject) => {
    execFile(process.execPath, [program], { env }, (error, output, noise) => {
      if (error === null) resolve(JSON.parse(output.trim().split('\n').at(-1) ?? '') as Trained | null);
      else reject(new Error(`${error.message} (${error.signal ?? error.code ?? ''})\n${noise}`));
    });
  });

async function train(t: TestContext): Promise<Trained | null> {
  for (const environment of environments) {
    const trained = await run(environment);
    if (trained !== null) return trained;
  }
  t.skip("WebGPU finds no adapter here, not even in software (Chromium's SwiftShader or Mesa's lavapipe)");
  return null;
}

test('WebGPU loses what TensorFlow loses, step by step, frees what it made, tells what fails, and ends', async (t) => {
  const trained = await train(t);
  if (trained === null) return;
  t.diagnostic(trained.name);
  assert.equal(trained.losses.length, 20);
  const differences = trained.losses.map((loss, step) => Math.abs(loss - (trained.expected[step] ?? Number.NaN)));
  t.diagnostic(`largest difference ${Math.max(...differences).toExponential(1)}`);
  assert.ok(Math.max(...differences) < 1e-3, differences.join(' '));
  assert.equal(trained.tensors[1], trained.tensors[0]);
  assert.equal(trained.buffers[1], trained.buffers[0]);
  assert.match(trained.refusal, /^WebGPU: Resource exhausted/);
});
