import assert from 'node:assert/strict';
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import type { StudioEvent } from '../../src/contract/events.ts';
import { pictureUrl } from '../../src/contract/pictures.ts';
import { startServer, type RunningServer } from '../../src/server/server.ts';
import { ask, cookieOf, openTab, type Answer, type Tab } from '../support/browser-tab.ts';
import { engineOptions, heard, quickTraining, reported, reportsOf } from '../support/engine.ts';
import { temporaryFolderOfSuite } from '../support/temporary-folder.ts';

describe('the server', { concurrency: 1 }, () => {
  const home = temporaryFolderOfSuite();
  let server: RunningServer;
  let cookie: string;

  const own = (): Record<string, string> => ({ cookie, origin: `http://127.0.0.1:${server.port}` });
  const tab = (): Promise<Tab> => openTab(server.port, own());
  const get = (path: string, headers: Record<string, string> = own()): Promise<Answer> =>
    ask(server.port, { path, headers });

  before(async () => {
    const page = join(home.path, 'page');
    mkdirSync(join(page, 'assets'), { recursive: true });
    writeFileSync(join(page, 'index.html'), '<!doctype html><title>Pawlab</title>');
    writeFileSync(join(home.path, 'package.json'), '{ "secret": true }');
    server = await startServer({ port: 0, engine: engineOptions(home.path), page, onBug: () => undefined });
    cookie = await cookieOf(server.address);
  });
  after(async () => {
    await server.close();
    home.remove();
  });

  test('changes the token of the first visit for a cookie', async () => {
    const { pathname, search } = new URL(server.address);
    const visit = await ask(server.port, { path: `${pathname}${search}` });
    assert.deepEqual([visit.status, visit.headers.location], [303, '/']);
    assert.match(visit.headers['set-cookie']?.[0] ?? '', /; HttpOnly; SameSite=Strict$/);
    const page = await get('/', { cookie });
    assert.deepEqual([page.status, page.headers['cache-control']], [200, 'no-store']);
    assert.match(page.body, /Pawlab/);
  });

  test('refuses whoever was not given its address', async () => {
    const host = `127.0.0.1:${server.port}`;
    const refused = async (headers: Record<string, string>, path = '/'): Promise<number> =>
      (await get(path, headers)).status;
    assert.equal(await refused({ host }), 401);
    assert.equal(await refused({ host, cookie: cookie.replace(/.$/, '') }), 401);
    assert.equal(await refused({ host }, '/?token=wrong'), 401);
    assert.equal(await refused({ host }, '/assets/index.js'), 401);
    assert.equal(await refused({ host }, '/pictures/thumbnail?path=/etc/passwd'), 401);
    assert.equal(await refused({ host: 'rebound.example', cookie }), 403);
    assert.equal(await refused({ host, cookie, origin: 'https://example.org' }), 403);
    const upload = { path: '/uploads?name=a', method: 'POST', body: 'x', headers: { host, cookie } };
    assert.equal((await ask(server.port, upload)).status, 403, 'a form of another site names no page of ours');
  });

  test('refuses WebSockets that no page of its own opens', async () => {
    const { origin } = own();
    const attempts: (readonly [Record<string, string>, RegExp])[] = [
      [{ origin: origin ?? '' }, /401/],
      [{ cookie: 'pawlab=1', origin: origin ?? '' }, /401/],
      [{ cookie }, /403/],
      [{ cookie, origin: 'https://example.org' }, /403/],
      [{ cookie, origin: 'http://127.0.0.1:1' }, /403/],
      [{ ...own(), host: 'rebound.example' }, /403/],
    ];
    for (const [headers, status] of attempts) await assert.rejects(openTab(server.port, headers), status);
  });

  test('shows no file but those of the page', async () => {
    for (const path of [
      '/../package.json',
      '/%2e%2e/package.json',
      '/..%2fpackage.json',
      '//package.json',
      '/page/..\\..\\package.json',
    ]) {
      const answer = await get(path);
      assert.ok(answer.status >= 400, `${path} ${answer.status}`);
      assert.doesNotMatch(answer.body, /secret/);
    }
  });

  test('says what it can do', async (t) => {
    const { host, close } = await tab();
    t.after(close);
    const { host: name, desktop } = await host.capabilities();
    assert.deepEqual([name, desktop], ['server', false]);
    assert.equal((await host.engine()).message, null);
    assert.deepEqual(
      (await host.listFolder(join(home.path, 'page'))).folders.map(({ name }) => name),
      ['assets'],
    );
    await assert.rejects(host.listFolder(join(home.path, 'none')), { code: 'folder-missing' });
  });

  test('tells two tabs the same, and a third what was before', async (t) => {
    const [first, second] = await Promise.all([tab(), tab()]);
    t.after(() => [first, second].forEach(({ close }) => close()));
    const request = await quickTraining(home.path, 3);
    const told: StudioEvent[][] = [[], []];
    [first, second].forEach(({ onStudioEvent }, index) => onStudioEvent((event) => told[index]?.push(event)));
    const ends = [first, second].map(({ onStudioEvent }) =>
      heard(onStudioEvent, (event) => event.type === 'job' && event.report === null),
    );
    await first.studio.train(request);
    await Promise.all(ends);
    const ofJob = (events: readonly StudioEvent[] = []): StudioEvent[] => events.filter(({ type }) => type === 'job');
    assert.ok(ofJob(told[0]).length > 5);
    assert.deepEqual(ofJob(told[0]), ofJob(told[1]));
    const third = await tab();
    t.after(third.close);
    const { training, jobs } = await third.studio.snapshot();
    assert.deepEqual([training?.epochs.length, training?.done?.epochs, jobs], [3, 3, []]);
  });

  test('goes on training while a tab is gone', async (t) => {
    const first = await tab();
    const request = await quickTraining(home.path, 10_000);
    const epoch = reported(first.onStudioEvent, 'epoch');
    const job = await first.studio.train(request);
    await epoch;
    first.close();
    await first.closed;
    const again = await tab();
    t.after(again.close);
    assert.deepEqual(
      (await again.studio.snapshot()).jobs.map((view) => view.job),
      [job],
    );
    await reported(again.onStudioEvent, 'epoch');
    const { ended } = reportsOf(again.onStudioEvent, job);
    await again.studio.stop(job);
    await ended;
  });

  test('shows pictures, and says why it cannot', async () => {
    const { training } = await quickTraining(home.path, 1);
    const path = join(training, 'cats', readdirSync(join(training, 'cats'))[0] ?? '');
    const query = { kind: 'thumbnail', path, modified: 1, edge: 32, fit: 'cover' } as const;
    const answer = await get(`/${pictureUrl(query)}`);
    assert.equal(answer.status, 200, answer.body);
    assert.match(answer.headers['content-type'] ?? '', /^image\/(jpeg|png)$/);
    const missing = await get(`/${pictureUrl({ ...query, path: join(training, 'none.jpg') })}`);
    assert.equal(missing.status, 404);
    assert.match(missing.body, /none\.jpg.* gone\.\n$/);
  });

  test('keeps a picture that a browser sends', async () => {
    const answer = await ask(server.port, {
      path: '/uploads?name=..%2Fcat.jpg',
      method: 'POST',
      headers: own(),
      body: 'bytes',
    });
    assert.equal(answer.status, 200);
    assert.match((JSON.parse(answer.body) as { path: string }).path, /[\\/]cat\.jpg$/);
  });

  test('is harmed by nothing that a tab says', async (t) => {
    const { call, studio, close } = await tab();
    t.after(close);
    for (const args of [[], [null], [{}], [1, 2, 3]]) {
      for (const name of ['train', 'classPictures', 'openProject', 'toString', '__proto__']) {
        await assert.rejects(call(`studio.${name}`, args), `${name} ${JSON.stringify(args)}`);
      }
    }
    assert.ok((await studio.snapshot()).preferences);
  });
});

describe('the port', () => {
  test('that was asked for and is taken is said', async () => {
    const home = temporaryFolderOfSuite();
    const blocker = createServer();
    await new Promise<void>((resolve) => blocker.listen(0, '127.0.0.1', resolve));
    const address = blocker.address();
    const port = typeof address === 'object' ? (address?.port ?? 0) : 0;
    await assert.rejects(
      startServer({ port, engine: engineOptions(home.path), page: home.path, onBug: () => undefined }),
      { code: 'EADDRINUSE' },
    );
    blocker.close();
    home.remove();
  });
});
