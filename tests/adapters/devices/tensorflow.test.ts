import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test, type TestContext } from 'node:test';
import { promisify } from 'node:util';

const run = promisify(execFile);
const adapter = new URL('../../../src/adapters/devices/tensorflow.ts', import.meta.url).href;

/** Opens native TensorFlow in a process of its own and prints what came of it. */
async function open(folder: string | undefined): Promise<{ stdout: string; stderr: string }> {
  const code = `
    const { openTensorFlow } = await import(${JSON.stringify(adapter)});
    const result = await openTensorFlow().catch(({ code, message, remedy }) => ({ code, message, remedy }));
    console.log(JSON.stringify(result));`;
  const env = { ...process.env, PAWLAB_TENSORFLOW: folder };
  return run(process.execPath, ['--input-type=module', '--eval', code], { env });
}

test('opens the TensorFlow that the environment names, and prints nothing', async (t) => {
  const folder = process.env['PAWLAB_TENSORFLOW'];
  if (!folder) {
    t.skip('native TensorFlow is not set up (PAWLAB_TENSORFLOW)');
    return;
  }
  const { stdout, stderr } = await open(folder);
  const { name, versions } = JSON.parse(stdout) as { name: string; versions: Record<string, string> };
  assert.match(name, /^TensorFlow \d+\.\d+\.\d+ on the (CPU \(\d+ cores?\)|GPU \(CUDA\))$/);
  assert.deepEqual(Object.keys(versions), ['tensorflow', 'tfjs-node-gpu', 'tfjs-core']);
  assert.equal(stderr, '');
});

test('says why it cannot be used and what to do', async (t) => {
  const empty = await emptyFolder(t);
  const broken = await emptyFolder(t);
  await writeFile(join(broken, 'manifest.json'), '{"version":"2.20.0","variant":"cpu","package":"tensorflow-cpu"}');
  const damaged = await emptyFolder(t);
  await writeFile(join(damaged, 'manifest.json'), '{"vers');
  const nameless = await emptyFolder(t);
  await writeFile(join(nameless, 'manifest.json'), '{}');
  const reasons: [string, RegExp][] = [
    ['', /: native TensorFlow is not set up\.$/],
    [empty, /holds no native TensorFlow\.$/],
    [broken, /: it doesn't load: /],
    [nameless, /doesn't say which TensorFlow it is\.$/],
    [damaged, /manifest\.json is damaged\.$/],
  ];
  for (const [folder, message] of reasons) {
    const { stdout } = await open(folder);
    const error = JSON.parse(stdout) as { code: string; message: string; remedy: string };
    assert.equal(error.code, 'device-unavailable');
    assert.match(error.message, message);
    assert.match(error.remedy, /npm run setup/);
  }
});

async function emptyFolder(t: TestContext): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'pawlab-tensorflow-'));
  t.after(() => rm(folder, { recursive: true }));
  return folder;
}
