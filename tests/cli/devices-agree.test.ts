import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { linesOf, pawlab } from '../support/pawlab.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

/** Mean test accuracy of the last five of 25 epochs on the sample set: single epochs swing by a few points. */
async function accuracyOn(device: string, home: string, sample: string): Promise<number> {
  const [training, held] = [join(sample, 'training_set'), join(sample, 'test_set')];
  const trained = await pawlab(home, 'train', training, '--test', held, '--epochs', '25', '--device', device, '--json');
  assert.equal(trained.code, 0, trained.stderr);
  const last = linesOf(trained, 'epoch').slice(-5);
  return last.reduce((sum, epoch) => sum + Number(epoch['testAccuracy']), 0) / last.length;
}

test('WebAssembly learns the sample set as well as TensorFlow, within 3 points', async (t) => {
  if (!process.env['PAWLAB_TENSORFLOW']) {
    t.skip('native TensorFlow is not set up (PAWLAB_TENSORFLOW)');
    return;
  }
  const home = temporaryFolder(t);
  const sample = join(home, 'sample');
  assert.equal((await pawlab(home, 'sample', sample)).code, 0);
  const tensorflow = await accuracyOn('tensorflow', home, sample);
  const wasm = await accuracyOn('wasm', home, sample);
  t.diagnostic(`TensorFlow ${tensorflow.toFixed(3)}, WebAssembly ${wasm.toFixed(3)}`);
  assert.ok(Math.abs(tensorflow - wasm) <= 0.03, `TensorFlow ${tensorflow}, WebAssembly ${wasm}`);
});
