import assert from 'node:assert/strict';
import { join } from 'node:path';
import { describe, test, type TestContext } from 'node:test';
import type { TrainRequest } from '../../src/contract/api.ts';
import type { JobEvent, Report } from '../../src/contract/events.ts';
import { defaultSettings, type Settings } from '../../src/contract/settings.ts';
import { afterReport, type TrainingView } from '../../src/contract/training-view.ts';
import { drawSmallSample } from '../support/sample.ts';
import { changesIn, startStudio, type TestStudio } from '../support/studio.ts';

const quick: Partial<Settings> = { pictureSize: 16, batchSize: 8, epochs: 2 };

interface Bench extends TestStudio {
  readonly request: TrainRequest;
}

async function bench(t: TestContext): Promise<Bench> {
  const started = startStudio(t);
  const sample = await drawSmallSample(join(started.home, 'pictures'), { training: 20, test: 6 });
  const request: TrainRequest = {
    training: sample.training,
    test: { kind: 'folder', folder: sample.test },
    project: join(started.home, 'project'),
    labels: {},
    settings: quick,
    device: 'wasm',
    executor: 'auto',
  };
  return { ...started, request };
}

/** Does something once, at the first report that fits. */
function once({ watch }: TestStudio, fits: (report: Report) => boolean, act: (event: JobEvent) => void): void {
  let done = false;
  watch((event) => {
    if (done || event.type !== 'job' || event.report === null || !fits(event.report)) return;
    done = true;
    act(event);
  });
}

const isStep =
  (epoch: number, step: number) =>
  (report: Report): boolean =>
    report.type === 'step' && report.epoch === epoch && report.step === step;

const doneOf = (reports: readonly Report[]): Extract<Report, { type: 'done' }> | undefined =>
  reports.find((report) => report.type === 'done');

describe('a training in the studio', { concurrency: 1 }, () => {
  test('a snapshot taken at any event goes on where the events go on', async (t) => {
    const { studio, request, events, ended, watch } = await bench(t);
    const taken: Promise<{ readonly after: number; readonly training: TrainingView | null }>[] = [];
    watch(({ type }) => {
      if (type !== 'job') return;
      taken.push(studio.snapshot().then(({ training }) => ({ after: events.length, training })));
    });
    await ended(await studio.train(request));
    const end = (await studio.snapshot()).training;
    assert.equal(end?.state, 'ended');
    assert.ok(taken.length > 10);
    for (const { after, training } of await Promise.all(taken)) {
      assert.ok(training !== null);
      const rest = events.slice(after).filter((event) => event.type === 'job');
      assert.deepEqual(
        rest.reduce((view, { at, report }) => afterReport(view, at, report), training),
        end,
      );
    }
  });

  test('the snapshot names the job while it runs, and what changed is told', async (t) => {
    const { studio, request, events, ended } = await bench(t);
    assert.deepEqual((await studio.snapshot()).jobs, []);
    const job = await studio.train(request);
    assert.deepEqual((await studio.snapshot()).jobs, [{ job, kind: 'training', project: request.project }]);
    await ended(job);
    assert.deepEqual((await studio.snapshot()).jobs, []);
    const topics = changesIn(events).map(({ topic, project }) => `${topic} ${project ?? ''}`);
    for (const topic of ['training', 'runs', 'projects', 'project']) {
      assert.ok(topics.includes(`${topic} ${request.project ?? ''}`), topic);
    }
  });

  test('one training at a time: another is refused in words', async (t) => {
    const started = await bench(t);
    const { studio, request, ended } = started;
    const refusals: Promise<unknown>[] = [];
    once(started, isStep(1, 2), ({ job }) => {
      const refused = {
        code: 'busy',
        message: /of project \(.*-tutorial\) is running already/,
        remedy: /Pause or stop/,
      };
      refusals.push(assert.rejects(studio.train(request), refused));
      refusals.push(
        assert.rejects(studio.resume({ run: 'last', epochs: null, device: 'auto', executor: 'auto' }), refused),
      );
      const preview = { project: request.project ?? '', settings: defaultSettings, device: 'auto' } as const;
      refusals.push(assert.rejects(studio.measureDevices(preview), refused).then(() => studio.stop(job)));
    });
    await ended(await studio.train({ ...request, settings: { ...quick, epochs: 50 } }));
    assert.equal(refusals.length, 3);
    await Promise.all(refusals);
    await ended(await studio.train({ ...request, settings: { ...quick, epochs: 1 } }));
  });

  test('two that begin at the same moment are one', async (t) => {
    const { studio, request, ended } = await bench(t);
    const results = await Promise.allSettled([studio.train(request), studio.train(request)]);
    assert.deepEqual(results.map(({ status }) => status).sort(), ['fulfilled', 'rejected']);
    for (const result of results) if (result.status === 'fulfilled') await ended(result.value);
  });

  test('a paused run says so, goes on, and has its earlier epochs from the start', async (t) => {
    const started = await bench(t);
    const { studio, request, ended } = started;
    once(started, isStep(2, 2), ({ job }) => void studio.pause(job));
    const done = doneOf(await ended(await studio.train({ ...request, settings: { ...quick, epochs: 3 } })));
    assert.deepEqual([done?.stopped, done?.paused, done?.epochs], [true, true, 1]);
    const run = done?.run ?? '';
    assert.equal((await studio.run(run)).state, 'paused');

    const job = await studio.resume({ run, epochs: null, device: 'auto', executor: 'auto' });
    const { training } = await studio.snapshot();
    assert.deepEqual(
      training?.epochs.map(({ epoch }) => epoch),
      [1],
    );
    assert.ok((done?.seconds ?? 0) > 0);
    assert.equal(training.secondsBefore, done?.seconds);
    assert.equal((await studio.run(run)).state, 'running', 'though its pictures are still being read');
    await assert.rejects(studio.deleteRun(run), { code: 'busy' });
    assert.equal(doneOf(await ended(job))?.stopped, false);
    const after = await studio.run(run);
    assert.deepEqual([after.state, after.epochs, after.accuracies.length], ['finished', 3, 3]);
    assert.deepEqual(
      (await studio.snapshot()).training?.epochs.map(({ epoch }) => epoch),
      [1, 2, 3],
    );
  });

  test('a stopped run is stopped, not paused', async (t) => {
    const started = await bench(t);
    once(started, isStep(1, 1), ({ job }) => void started.studio.stop(job));
    const done = doneOf(await started.ended(await started.studio.train(started.request)));
    assert.deepEqual([done?.stopped, done?.paused], [true, false]);
    assert.equal((await started.studio.run(done?.run ?? '')).state, 'stopped');
  });

  test('a training that ends before its run exists just ends', async (t) => {
    const started = await bench(t);
    const { studio, request, ended } = started;
    once(
      started,
      ({ type }) => type === 'preparing',
      ({ job }) => void studio.pause(job),
    );
    assert.equal(doneOf(await ended(await studio.train(request))), undefined);
    assert.equal((await studio.snapshot()).training?.state, 'ended');
  });

  test('a finished run is trained further, as if it had been longer from the beginning', async (t) => {
    const { studio, request, ended } = await bench(t);
    const run = doneOf(await ended(await studio.train(request)))?.run ?? '';
    const further = { run, epochs: 4, device: 'auto', executor: 'auto' } as const;
    const reports = await ended(await studio.resume(further));
    assert.deepEqual(
      reports.flatMap((report) => (report.type === 'epoch' ? [[report.epoch, report.epochs]] : [])),
      [
        [3, 4],
        [4, 4],
      ],
    );
    const { settings, epochs, metrics, state } = await studio.run(run);
    assert.deepEqual([settings.epochs, epochs, metrics.length, state], [4, 4, 4, 'finished']);
    const whole = doneOf(await ended(await studio.train({ ...request, settings: { ...quick, epochs: 4 } })));
    const straight = await studio.run(whole?.run ?? '');
    assert.deepEqual(
      metrics.map(({ loss }) => loss),
      straight.metrics.map(({ loss }) => loss),
    );

    const refused = await ended(await studio.resume({ ...further, epochs: 4 }));
    assert.deepEqual(failureIn(refused), ['setting-out-of-range', true]);
    assert.equal(failureIn(await ended(await studio.resume({ ...further, epochs: null })))[0], 'run-finished');
  });

  test('the next run does without the files that a person left out, and says nothing of them', async (t) => {
    const { studio, request, ended, parts } = await bench(t);
    const project = await studio.openProject({ training: request.training, test: null });
    const [first] = (await parts.folders.list(join(request.training, 'cats'))).map(({ path }) => path).sort();
    await studio.changeProject(project.folder, { leftOut: [first ?? ''] });
    const again = { ...request, project: project.folder };
    const left = await ended(await studio.train({ ...again, settings: { ...quick, epochs: 1 } }));
    const { run } = doneOf(left) ?? { run: '' };
    assert.equal((await studio.run(run)).trainingPictures, 39);
    await studio.changeProject(project.folder, { leftOut: [] });
    const resumed = await ended(await studio.resume({ run, epochs: 2, device: 'auto', executor: 'auto' }));
    assert.deepEqual(
      resumed.filter(({ type }) => type === 'notice'),
      [],
    );
    assert.equal((await studio.run(run)).trainingPictures, 39);
  });
});

function failureIn(reports: readonly Report[]): readonly [code: string | null, remedy: boolean] {
  const failure = reports.find((report) => report.type === 'failed');
  return [failure?.code ?? null, (failure?.remedy ?? '') !== ''];
}
