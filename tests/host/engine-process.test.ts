import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test, type TestContext } from 'node:test';
import { PawlabError } from '../../src/contract/errors.ts';
import type { StudioEvent } from '../../src/contract/events.ts';
import type { EngineState } from '../../src/contract/host.ts';
import { afterReport } from '../../src/contract/training-view.ts';
import type { EngineProcess } from '../../src/host/engine-process.ts';
import { quickTraining, reported, reportsOf, startTestEngine } from '../support/engine.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const isEngineStopped = (error: unknown): boolean => error instanceof PawlabError && error.code === 'engine-stopped';

const becomes = (engine: EngineProcess, wanted: EngineState['state']): Promise<EngineState> =>
  new Promise((resolve) => {
    const leave = engine.onHostEvent((event) => {
      if (event.type !== 'engine' || event.engine.state !== wanted) return;
      leave();
      resolve(event.engine);
    });
  });

/** An engine that trains, longer than any test waits, after its first epoch. */
async function training(t: TestContext): Promise<{ engine: EngineProcess; job: string; run: string; project: string }> {
  const { home, engine } = startTestEngine(t);
  const request = await quickTraining(home, 10_000);
  const project = await engine.studio.openProject({ training: request.training, test: null });
  const epoch = reported(engine.onStudioEvent, 'epoch');
  const started = reported(engine.onStudioEvent, 'started');
  const job = await engine.studio.train({ ...request, project: project.folder });
  const { run } = await started;
  await epoch;
  return { engine, job, run, project: project.folder };
}

describe("the engine's process", { concurrency: 1 }, () => {
  test('trains for whoever calls it, and tells of it in order', async (t) => {
    const { home, engine } = startTestEngine(t);
    assert.deepEqual(engine.state(), { state: 'starting', message: null });
    const job = await engine.studio.train(await quickTraining(home, 2));
    const { reports, ended } = reportsOf(engine.onStudioEvent, job);
    await ended;
    assert.deepEqual(engine.state(), { state: 'ready', message: null });
    const types = reports.map(({ type }) => type).filter((type) => type !== 'step' && type !== 'preparing');
    assert.deepEqual(types.slice(-5), ['preparing_network', 'started', 'epoch', 'epoch', 'done']);
    const last = reports.findLast((report) => report.type === 'step');
    assert.deepEqual([last?.epoch, last?.step, last?.steps], [2, 5, 5], 'the last step is told, though paced');
  });

  test('its snapshot and the events behind it are one story', async (t) => {
    const { engine, job } = await training(t);
    const { training: begun } = await engine.studio.snapshot();
    assert.ok(begun !== null && begun.job === job);
    let followed = begun;
    const second = reported(engine.onStudioEvent, 'epoch');
    engine.onStudioEvent((event) => {
      if (event.type === 'job' && event.job === job) followed = afterReport(followed, event.at, event.report);
    });
    await second;
    const third = reported(engine.onStudioEvent, 'epoch');
    await third;
    const { training: now } = await engine.studio.snapshot();
    assert.deepEqual(
      followed.epochs.map(({ epoch }) => epoch),
      Array.from(followed.epochs, (_, index) => index + 1),
      'none twice, none missing',
    );
    assert.equal(now?.epochs.length, followed.epochs.length);
  });

  test('killed in the middle of a run, it is started again; the run is cut off and can go on', async (t) => {
    const { engine, job, run, project } = await training(t);
    const events: StudioEvent[] = [];
    engine.onStudioEvent((event) => events.push(event));
    const { ended } = reportsOf(engine.onStudioEvent, job);
    const restarting = becomes(engine, 'restarting');
    const ready = becomes(engine, 'ready');
    process.kill(engine.pid() ?? 0, 'SIGKILL');
    const pending = engine.studio.runs(project);
    await assert.rejects(pending, isEngineStopped);
    assert.match((await restarting).message ?? '', /SIGKILL.*What was saved is still there/);
    await ended;
    const failed = events.findLast((event) => event.type === 'job' && event.report !== null);
    assert.ok(failed?.type === 'job' && failed.report?.type === 'failed');
    assert.equal(failed.report.code, 'engine-stopped');

    assert.equal((await ready).message, null);
    assert.deepEqual(
      events
        .filter(({ type }) => type === 'changed')
        .slice(-7)
        .map((event) => event.type === 'changed' && event.topic),
      ['projects', 'project', 'data', 'runs', 'devices', 'training', 'preferences'],
    );
    const [view] = await engine.studio.runs(project);
    assert.deepEqual([view?.folder, view?.state], [run, 'cutOff']);
    const epochs = view?.epochs ?? 0;
    assert.ok(epochs >= 1);

    const resumed = await engine.studio.resume({ run, epochs: epochs + 1, device: 'auto', executor: 'auto' });
    const rest = reportsOf(engine.onStudioEvent, resumed);
    await rest.ended;
    const done = rest.reports.at(-1);
    assert.ok(done?.type === 'done', JSON.stringify(done));
    assert.deepEqual([done.run, done.epochs], [run, epochs + 1]);
  });

  test('ended, it saves the training first, so that it can go on', async (t) => {
    const { engine, job } = await training(t);
    const { reports, ended } = reportsOf(engine.onStudioEvent, job);
    const pid = engine.pid() ?? 0;
    await engine.close();
    await ended;
    const done = reports.at(-1);
    assert.ok(done?.type === 'done', JSON.stringify(done));
    assert.deepEqual([done.stopped, done.paused], [true, true]);
    assert.throws(() => process.kill(pid, 0), { code: 'ESRCH' });
    await assert.rejects(engine.studio.snapshot(), isEngineStopped);
  });

  test('that ends again and again has failed, until somebody starts it again', async (t) => {
    const entry = join(temporaryFolder(t), 'entry.ts');
    writeFileSync(entry, "console.error('no such library'); process.exit(3);");
    const logged: string[] = [];
    const { engine } = startTestEngine(t, { entry, log: (text) => logged.push(text) });
    const { message } = await becomes(engine, 'failed');
    assert.match(message ?? '', /stopped 3 times within a minute \(exit code 3\)/);
    assert.equal(logged.length, 3);
    assert.match(logged.join(), /no such library/);
    await assert.rejects(engine.studio.snapshot(), isEngineStopped);
    writeFileSync(entry, "process.send({ type: 'ready' });");
    const ready = becomes(engine, 'ready');
    engine.restart();
    await ready;
  });

  test('that cannot be started has failed', async (t) => {
    const { engine } = startTestEngine(t, { node: join(temporaryFolder(t), 'no-node') });
    assert.match((await becomes(engine, 'failed')).message ?? '', /ENOENT/);
  });
});
