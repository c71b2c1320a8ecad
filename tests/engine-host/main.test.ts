import assert from 'node:assert/strict';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test, type TestContext } from 'node:test';
import { oneByOne } from '../../src/rpc/one-by-one.ts';
import { connect, type Connection } from '../../src/rpc/connect.ts';
import { engineEntry, homeEnvironment, quickTraining, reported } from '../support/engine.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

interface Engine extends Connection {
  readonly child: ChildProcess;
  readonly home: string;
}

/** The engine as a bare process: this test is its parent. */
function startBare(t: TestContext): Engine {
  t.after(() => child.kill('SIGKILL'));
  const home = temporaryFolder(t);
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', engineEntry], {
    env: homeEnvironment(home),
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    serialization: 'advanced',
  });
  const connection = connect({
    send: (message) => {
      if (typeof message === 'object' && message !== null) child.send(message);
    },
    onMessage: (listener) => void child.on('message', oneByOne(listener)),
  });
  return { ...connection, child, home };
}

const stateOf = (run: string): unknown =>
  (JSON.parse(readFileSync(join(run, 'run.json'), 'utf8')) as { readonly state: unknown }).state;

async function training({ studio, onStudioEvent, home }: Engine): Promise<string> {
  const started = reported(onStudioEvent, 'started');
  const epoch = reported(onStudioEvent, 'epoch');
  await studio.train(await quickTraining(home, 10_000));
  await epoch;
  return (await started).run;
}

test('an engine whose parent is gone saves what runs and ends', async (t) => {
  const engine = startBare(t);
  const run = await training(engine);
  const exit = once(engine.child, 'exit');
  engine.child.disconnect();
  assert.deepEqual(await exit, [0, null]);
  assert.equal(stateOf(run), 'paused');
});

test('an interrupt from the terminal is for the parent; a request to end saves what runs', async (t) => {
  const engine = startBare(t);
  const run = await training(engine);
  engine.child.kill('SIGINT');
  await reported(engine.onStudioEvent, 'epoch');
  const exit = once(engine.child, 'exit');
  engine.child.kill('SIGTERM');
  assert.deepEqual(await exit, [0, null]);
  assert.equal(stateOf(run), 'paused');
});

test('says when it is ready, and keeps its bugs in the log', async (t) => {
  const engine = startBare(t);
  const [ready] = (await once(engine.child, 'message')) as [{ type: string; milliseconds: number }];
  assert.equal(ready.type, 'ready');
  assert.ok(ready.milliseconds > 0);
  await assert.rejects(engine.call('studio.noSuchCall', []), /Pawlab made a mistake/);
  assert.match(
    readFileSync(join(engine.home, 'cache', 'logs', 'pawlab.log'), 'utf8'),
    /no such call: studio\.noSuchCall\n +at /,
  );
});
