import assert from 'node:assert/strict';
import { test } from 'node:test';
import { GraphBuilder } from '../../../src/engine/graph/builder.ts';
import { graphLoaderFor } from '../../support/graphs.ts';

test('nodes are named after their scope and numbered where a name is taken', () => {
  const graph = new GraphBuilder();
  const [outer, inner, again] = graph.scope('train', () => [
    graph.float('NoOp'),
    graph.scope('conv 2d, ä', () => graph.float('Relu')),
    graph.float('NoOp'),
  ]);
  assert.deepEqual([outer, inner, again], ['train/NoOp', 'train/conv_2d___/Relu', 'train/NoOp_1']);
  assert.equal(graph.float('Relu'), 'Relu');
});

test('the same constant is made once, minus zero apart', () => {
  const graph = new GraphBuilder();
  const a = graph.scope('a', () => graph.scalar(0.5));
  assert.equal(
    graph.scope('b', () => graph.scalar(0.5)),
    a,
  );
  assert.notEqual(graph.scalar(0), graph.scalar(-0));
  assert.equal(graph.integers(1, 2), graph.integers(1, 2));
  assert.notEqual(graph.integers(1), graph.integer(1));
});

test('only what is fetched is written, and what does not exist is named', () => {
  const graph = new GraphBuilder();
  const fetched = graph.float('Sqrt', graph.scalar(4));
  const small = graph.finish([fetched]).length;
  graph.floats([1000], new Float32Array(1000));
  assert.equal(graph.finish([fetched]).length, small);
  assert.throws(() => graph.finish([graph.float('Sqrt', 'nowhere:1')]), /no node nowhere/);
});

test('TensorFlow computes what was built, waits and second outputs included', async (t) => {
  const loader = await graphLoaderFor(t);
  if (loader === null) return;
  const graph = new GraphBuilder();
  const x = graph.placeholder('x', 'float32', [-1]);
  const variable = graph.variable('kept', [2]);
  const assigned = graph.node('AssignVariableOp', [variable, x], { dtype: { type: 'float32' } });
  const read = graph.read(variable, [assigned]);
  const split = graph.node('Split', [graph.integer(0), read], { T: { type: 'float32' }, num_split: { int: 2 } });
  const session = loader.load(graph.finish([`${split}:1`]));
  t.after(() => session.close());
  const feed = { dtype: 'float32', shape: [2], values: Float32Array.of(3, 4) } as const;
  assert.deepEqual(session.run({ [x]: feed }, [`${split}:1`, split]), [Float32Array.of(4), Float32Array.of(3)]);
});

test('variables of one name hold values of their own', async (t) => {
  const loader = await graphLoaderFor(t);
  if (loader === null) return;
  const graph = new GraphBuilder();
  const reads = [1, 2].map((value) => {
    const variable = graph.variable('same', []);
    const assigned = graph.node('AssignVariableOp', [variable, graph.scalar(value)], { dtype: { type: 'float32' } });
    return graph.read(variable, [assigned]);
  });
  const session = loader.load(graph.finish(reads));
  t.after(() => session.close());
  assert.deepEqual(session.run({}, reads), [Float32Array.of(1), Float32Array.of(2)]);
});
