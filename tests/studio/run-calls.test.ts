import assert from 'node:assert/strict';
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import process from 'node:process';
import { test } from 'node:test';
import { defaultSettings } from '../../src/contract/settings.ts';
import { appendMetrics } from '../../src/studio/metrics.ts';
import { epochOf, finished, keepRun, openBench } from '../support/projects.ts';
import { changesIn } from '../support/studio.ts';

test('runs are listed newest first, with names, states and accuracies', async (t) => {
  const one = await openBench(t);
  const { studio, project, parts } = one;
  const older = await keepRun(one, '2026-01-02-000000-tutorial', finished);
  await keepRun(one, '2026-01-03-000000-tutorial', { process: parts.machine.process });
  await keepRun(one, '2026-01-04-000000-tutorial', { process: `${process.ppid} 1` });
  await keepRun(one, '2026-01-05-000000-tutorial', { process: '999999999 1' });
  await keepRun(one, '2026-01-06-000000-tutorial', { process: null });
  mkdirSync(join(project.folder, 'runs', '2026-01-07-damaged'));
  writeFileSync(join(project.folder, 'runs', '2026-01-07-damaged', 'run.json'), '{');
  await studio.renameRun(older, ' The  first\none ');
  const runs = await studio.runs(project.folder);
  assert.deepEqual(
    runs.map(({ state, name }) => [state, name]),
    [
      ['cutOff', null],
      ['cutOff', null],
      ['running', null],
      ['cutOff', null],
      ['finished', 'The first one'],
    ],
  );
  const last = runs.at(-1);
  assert.deepEqual([last?.accuracies, last?.best?.accuracy, last?.epochs], [[0.51, 0.52], 0.52, 2]);
  assert.equal(runs[0]?.best, null);
  assert.equal(last?.project, project.folder);
  await studio.renameRun(older, '');
  assert.equal((await studio.run(older)).name, null);
});

test('a run tells all that is kept of it', async (t) => {
  const one = await openBench(t);
  const run = await keepRun(one, '2026-01-02-000000-tutorial', finished);
  await appendMetrics(one.parts.openFolder(run), epochOf(3, 25));
  await one.studio.changeProject(one.project.folder, { labels: { cats: 'Katze' } });
  const details = await one.studio.run(run);
  assert.deepEqual(details.labels, { cats: 'Katze', dogs: 'dog' });
  assert.deepEqual(
    details.metrics.map(({ epoch }) => epoch),
    [1, 2],
    'the third was cut off before its checkpoint',
  );
  const sizes = ['run.json', 'metrics.jsonl'].map((file) => readFileSync(join(run, file)).length);
  assert.equal(
    details.bytes,
    sizes.reduce((sum, size) => sum + size),
  );
  assert.deepEqual(details.settings, defaultSettings);
  await assert.rejects(one.studio.run(join(one.home, 'none')), { code: 'run-missing' });
  await assert.rejects(one.studio.runs(join(one.home, 'none')), { code: 'project-missing' });
});

test('a deleted run can be taken back, for thirty days', async (t) => {
  let now = Date.parse('2026-01-10T00:00:00Z');
  const one = await openBench(t, { now: () => new Date(now) });
  const { studio, project } = one;
  const run = await keepRun(one, '2026-01-02-000000-tutorial', finished);
  const ids = async () => (await studio.runs(project.folder)).map(({ folder }) => basename(folder));
  await studio.deleteRun(run);
  assert.deepEqual(await ids(), []);
  await studio.restoreRun(run);
  assert.deepEqual(await ids(), ['2026-01-02-000000-tutorial']);
  await assert.rejects(studio.restoreRun(run), { code: 'run-missing' });

  await studio.deleteRun(run);
  now += 29 * 24 * 60 * 60 * 1000;
  await studio.openProject({ folder: project.folder });
  await studio.restoreRun(run);
  await studio.deleteRun(run);
  now += 31 * 24 * 60 * 60 * 1000;
  await studio.openProject({ folder: project.folder });
  await assert.rejects(studio.restoreRun(run), { code: 'run-missing' });
  assert.equal(changesIn(one.events).filter(({ topic }) => topic === 'runs').length > 0, true);
});

test('a run that another process trains is neither deleted nor resumed', async (t) => {
  const one = await openBench(t);
  const { studio, ended } = one;
  const run = await keepRun(one, '2026-01-04-000000-tutorial', { process: `${process.ppid} 1` });
  await assert.rejects(studio.deleteRun(run), { code: 'busy' });
  const reports = await ended(await studio.resume({ run, epochs: null, device: 'auto', executor: 'auto' }));
  const failure = reports.find((report) => report.type === 'failed');
  assert.deepEqual(
    [failure?.code, failure?.message],
    ['busy', 'The run 2026-01-04-000000-tutorial is being trained by another Pawlab on this computer.'],
  );
  await studio.deleteRun(await keepRun(one, '2026-01-05-000000-tutorial', { process: '999999999 1' }));
});

test('a prediction belongs to the project of its run', async (t) => {
  const one = await openBench(t);
  const { studio, ended } = one;
  const inProject = await keepRun(one, '2026-01-02-000000-tutorial', finished);
  const copied = join(one.home, 'copied');
  cpSync(inProject, copied, { recursive: true });
  const paths = [join(one.home, 'none.jpg')];
  const projectOf = async (run: string): Promise<string | null | undefined> => {
    const job = await studio.predict({ run, paths, checkpoint: 'best', threshold: 0.5, device: 'wasm' });
    const { jobs } = await studio.snapshot();
    const view = jobs.find((each) => each.job === job);
    assert.equal(view?.kind, 'prediction');
    await ended(job);
    return view.project;
  };
  assert.equal(await projectOf(inProject), one.project.folder);
  assert.equal(await projectOf(copied), null);
  assert.equal(await projectOf(join(one.home, 'none')), null, 'the job says that there is no such run');
});
