import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { describe, test, type TestContext } from 'node:test';
import { cookieOf, openTab, type Tab } from '../support/browser-tab.ts';
import { quickTraining, reported } from '../support/engine.ts';
import { pawlab, startPawlab, type Running } from '../support/pawlab.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

interface Serving extends Running {
  readonly home: string;
  readonly address: string;
}

/** Resolves when it has said its address. */
async function serving(t: TestContext, ...more: string[]): Promise<Serving> {
  const started: { running?: Running } = {};
  t.after(async () => {
    started.running?.child.kill('SIGKILL');
    await started.running?.ended;
  });
  const home = temporaryFolder(t);
  const address = await new Promise<string>((resolve) => {
    started.running = startPawlab(home, ['serve', '--json', ...more], (line) => resolve(String(line['address'])));
  });
  if (started.running === undefined) throw new Error('not started');
  return { ...started.running, home, address };
}

async function tabAt(address: string): Promise<Tab> {
  const { port, origin } = new URL(address);
  return openTab(Number(port), { cookie: await cookieOf(address), origin });
}

describe('pawlab serve', { concurrency: 1 }, () => {
  test('says where it is, and saves the training when it is interrupted', async (t) => {
    const { address, child, ended, home } = await serving(t, '--port', '0');
    assert.match(address, /^http:\/\/127\.0\.0\.1:\d+\/\?token=[\w-]{32}$/);
    const { studio, onStudioEvent, closed } = await tabAt(address);
    const started = reported(onStudioEvent, 'started');
    const epoch = reported(onStudioEvent, 'epoch');
    const done = reported(onStudioEvent, 'done');
    await studio.train(await quickTraining(home, 10_000));
    await epoch;
    const { run } = await started;
    child.kill('SIGINT');
    assert.deepEqual([(await done).paused, await closed], [true, 1001], 'pages are told before they are left');
    const { code, stderr } = await ended;
    assert.equal(code, 0, stderr);
    const { state } = JSON.parse(readFileSync(join(run, 'run.json'), 'utf8')) as { readonly state: unknown };
    assert.equal(state, 'paused');
  });

  test('two of them have ports and cookies of their own', async (t) => {
    const [first, second] = [await serving(t), await serving(t)];
    assert.notEqual(new URL(first.address).port, new URL(second.address).port);
    const [one, two] = [await cookieOf(first.address), await cookieOf(second.address)];
    const { port, origin } = new URL(second.address);
    const tab = await openTab(Number(port), { cookie: `${one}; ${two}`, origin });
    assert.equal((await tab.host.capabilities()).host, 'server');
    tab.close();
  });

  test('says that the port it was told is taken, or is none', async (t) => {
    const home = temporaryFolder(t);
    const blocker = createServer();
    t.after(() => blocker.close());
    await new Promise<void>((resolve) => blocker.listen(0, '127.0.0.1', resolve));
    const address = blocker.address();
    const port = String(typeof address === 'object' ? address?.port : '');
    const taken = await pawlab(home, 'serve', '--port', port);
    assert.equal(taken.code, 1);
    assert.equal(taken.stderr, `Another program uses port ${port}. Choose another, or leave --port out.\n`);
    for (const wrong of ['abc', '65536', '-1', '80.5']) {
      assert.equal((await pawlab(home, 'serve', `--port=${wrong}`)).code, 2, wrong);
    }
  });
});
