import assert from 'node:assert/strict';
import { readdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { test } from 'node:test';
import { createGraphLoader } from '../../../src/adapters/devices/graph-session.ts';
import { addition, graphLoaderFor } from '../../support/graphs.ts';

const feed = (values: readonly number[]) =>
  ({ dtype: 'float32', shape: [values.length], values: Float32Array.from(values) }) as const;

test('runs a graph on what it is fed, again and again, and frees its tensors', async (t) => {
  const loader = await graphLoaderFor(t);
  if (loader === null) return;
  const session = loader.load(addition());
  t.after(() => session.close());
  assert.deepEqual(session.run({ a: feed([1, 2]), b: feed([3, 4]) }, ['sum']), [Float32Array.of(4, 6)]);
  assert.deepEqual(session.run({ a: feed([1]), b: feed([1]) }, ['sum', 'sum:0']), [
    Float32Array.of(2),
    Float32Array.of(2),
  ]);
  assert.equal(loader.tensorCount(), 0);
});

test("failures carry TensorFlow's message, free the tensors and leave the session usable", async (t) => {
  const loader = await graphLoaderFor(t);
  if (loader === null) return;
  const session = loader.load(addition());
  t.after(() => session.close());
  const [two, three] = [feed([1, 2]), feed([1, 2, 3])];
  assert.throws(() => session.run({ a: two, b: three }, ['sum']), /Incompatible shapes.*node sum/s);
  assert.throws(() => session.run({ a: two }, ['sum']), /must feed a value.*'b'/);
  assert.throws(() => session.run({ a: two, b: { ...two, shape: [3] } }, ['sum']), /Shape does not match/);
  const bytes = { dtype: 'uint8', shape: [2], values: Uint8Array.of(1, 2) } as const;
  assert.throws(() => session.run({ a: two, b: bytes }, ['sum']), /float/);
  assert.throws(() => session.run({ a: two, b: two }, ['nowhere']), /can not be found/);
  assert.equal(loader.tensorCount(), 0);
  assert.deepEqual(session.run({ a: two, b: two }, ['sum']), [Float32Array.of(2, 4)]);
});

test('what is no graph is refused, and no folder stays behind', async (t) => {
  const loader = await graphLoaderFor(t);
  if (loader === null) return;
  const folders = async () =>
    (await readdir(tmpdir())).filter((name) => name.startsWith(`pawlab-graph-${process.pid}-`));
  assert.throws(() => loader.load(Uint8Array.of(1, 2, 3)), /SavedModel/);
  loader.load(addition()).close();
  assert.deepEqual(await folders(), []);
});

test('a closed session runs no more, and may be closed again', async (t) => {
  const loader = await graphLoaderFor(t);
  if (loader === null) return;
  const session = loader.load(addition());
  session.close();
  session.close();
  assert.throws(() => session.run({ a: feed([1]), b: feed([1]) }, ['sum']), /closed/);
});

test('another version of the package, or an addon without the calls, is not touched', () => {
  const unavailable = (message: RegExp) => ({ code: 'device-unavailable', message });
  assert.throws(() => createGraphLoader({}, '4.23.0'), unavailable(/tfjs-node-gpu is 4\.23\.0, not 4\.22\.0/));
  assert.throws(() => createGraphLoader({ runSavedModel: 1 }, '4.22.0'), unavailable(/lacks/));
  assert.throws(() => createGraphLoader(null, '4.22.0'), unavailable(/lacks/));
});
