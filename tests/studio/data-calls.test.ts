import assert from 'node:assert/strict';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import type { TestContext } from 'node:test';
import type { DataView, FindingKind } from '../../src/contract/data-view.ts';
import type { JobId, Report } from '../../src/contract/events.ts';
import type { Project } from '../../src/contract/projects.ts';
import { defaultSettings } from '../../src/contract/settings.ts';
import { createDataCalls, type DataCalls } from '../../src/studio/data-calls.ts';
import { openData, scanData } from '../../src/studio/data.ts';
import { createJobs, type Jobs } from '../../src/studio/jobs.ts';
import { solid, solidColor, temporaryFolder } from '../support/drawn-pictures.ts';
import { picture, pictureFiles, pictureParts, writeSet, type PictureParts } from '../support/picture-set.ts';

const folder = '/projects/pets';

/** The data calls of one project that can be changed. */
class Desk {
  readonly reports: Report[] = [];
  readonly counts: unknown[] = [];
  changes = 0;
  project: Project;
  readonly calls: DataCalls;
  readonly jobs: Jobs;
  onReport: (job: JobId, report: Report) => void = () => undefined;
  readonly #ends = new Map<JobId, () => void>();

  constructor(parts: PictureParts, project: Partial<Project>) {
    this.project = { ...emptyProject, ...project };
    this.jobs = createJobs({
      emit: ({ job, report }) => {
        if (report === null) this.#ends.get(job)?.();
        else this.#heard(job, report);
      },
      now: () => new Date(0),
      logBug: (error) => {
        throw error;
      },
    });
    this.calls = createDataCalls({
      parts,
      readProject: () => Promise.resolve(this.project),
      startScan: (project, work) => this.jobs.start('scan', project, work),
      changed: () => (this.changes += 1),
      rememberCounts: (_, counts) => Promise.resolve(void this.counts.push(counts)),
    });
  }

  #heard(job: JobId, report: Report): void {
    this.reports.push(report);
    this.onReport(job, report);
  }

  change(change: Partial<Project>): void {
    this.project = { ...this.project, ...change };
  }

  /** Scans to the end. */
  async scan(): Promise<DataView> {
    const job = await this.calls.scan(folder);
    if (this.jobs.running().some((running) => running.job === job)) {
      await new Promise<void>((resolve) => this.#ends.set(job, resolve));
    }
    return this.view();
  }

  view(): Promise<DataView> {
    return this.calls.data(folder);
  }

  ofType<Type extends Report['type']>(type: Type): Extract<Report, { type: Type }>[] {
    return this.reports.filter((report): report is Extract<Report, { type: Type }> => report.type === type);
  }
}

const emptyProject: Project = {
  folder,
  name: 'pets',
  training: '',
  test: { kind: 'none' },
  labels: {},
  settings: { pictureSize: 16 },
  device: 'auto',
  leftOut: [],
  kept: [],
};

async function desk(t: TestContext, files: Readonly<Record<string, Uint8Array>>): Promise<Desk> {
  return new Desk(await pictureParts(t), { training: await writeSet(t, files) });
}

const counts = ({ training }: DataView): (string | number)[][] =>
  (training?.classes ?? []).map(({ name, label, pictures, samples }) => [name, label, pictures, samples.length]);

const kinds = ({ findings }: DataView): FindingKind[] => findings.map(({ kind }) => kind);

test('nobody has looked: nothing is known', async (t) => {
  const view = await (await desk(t, {})).view();
  assert.deepEqual([view.state, view.training, view.test, view.findings], ['unscanned', null, null, []]);
});

test('a scan tells classes, counts and samples, and keeps the counts', async (t) => {
  const set = await desk(t, await pictureFiles({ cats: 30, dogs: 11 }));
  set.change({ labels: { dogs: 'Good boy' } });
  const view = await set.scan();
  assert.deepEqual([view.state, view.files, view.progress, view.failure], ['ready', 41, null, null]);
  assert.deepEqual(counts(view), [
    ['cats', 'cat', 30, 12],
    ['dogs', 'Good boy', 11, 11],
  ]);
  assert.deepEqual([view.training?.folder, view.training?.pictures, view.test], [set.project.training, 41, null]);
  assert.deepEqual(kinds(view), []);
  assert.deepEqual(set.counts, [{ pictures: 41, classes: 2 }]);
  assert.deepEqual(set.ofType('found'), [{ type: 'found', split: 'training', images: 41, classes: ['cats', 'dogs'] }]);
  assert.ok(set.changes >= 4, `${set.changes} changes`);
});

test('classes are there before their pictures are decoded', async (t) => {
  const set = await desk(t, await pictureFiles({ cats: 3, dogs: 2 }));
  const early: Promise<DataView>[] = [];
  set.onReport = () => void early.push(set.view());
  await set.scan();
  const view = await early[0];
  assert.deepEqual([view?.state, view?.progress?.total, view?.training?.pictures], ['scanning', 5, 5]);
});

test('a second call joins the scan that runs, a later one looks again', async (t) => {
  const set = await desk(t, await pictureFiles({ a: 2, b: 2 }));
  const [first, second] = await Promise.all([set.calls.scan(folder), set.calls.scan(folder)]);
  assert.equal(first, second);
  await set.scan();
  assert.equal(set.ofType('prepared').length, 1);
  await set.scan();
  assert.deepEqual(
    set.ofType('prepared').map(({ decoded }) => decoded),
    [4, 0],
  );
});

test('what is wrong with files is found, the worst first', async (t) => {
  const files = await pictureFiles({ cats: 4, dogs: 4 });
  const turned = await solid(solidColor(90), 40, 30).withMetadata({ orientation: 6 }).png().toBuffer();
  const set = await desk(t, {
    ...files,
    'cats/again.png': files['cats/0.png'] ?? new Uint8Array(),
    'dogs/cat.png': files['cats/1.png'] ?? new Uint8Array(),
    'dogs/text.png': Buffer.from('a text'),
    'dogs/small.png': await picture(77, 6, 5),
    'cats/turned.jpg': turned,
  });
  set.change({
    test: { kind: 'folder', folder: await writeSet(t, { 'cats/old.png': files['cats/2.png'] ?? turned }) },
  });
  const view = await set.scan();
  assert.deepEqual(kinds(view), [
    'leaks',
    'labels-differ',
    'duplicates',
    'unreadable',
    'tiny',
    'turned',
    'wrong-extension',
  ]);
  assert.deepEqual(
    view.findings.map(({ count }) => count),
    [1, 1, 1, 1, 1, 1, 1],
  );
  const unreadable = view.findings[3]?.examples[0];
  assert.deepEqual([unreadable?.class, unreadable?.detail, unreadable?.split], ['dogs', 'not a picture', 'training']);
  assert.deepEqual(
    set.ofType('skipped').map(({ reason }) => reason),
    ['not a picture'],
  );
  assert.deepEqual([view.training?.pictures, view.test?.pictures], [12, 1]);
});

test('leaving files out counts at once and decides the finding, without another scan', async (t) => {
  const files = await pictureFiles({ cats: 4, dogs: 4 });
  const set = await desk(t, { ...files, 'cats/again.png': files['cats/0.png'] ?? new Uint8Array() });
  const before = (await set.scan()).findings[0];
  assert.deepEqual([before?.state, before?.toLeaveOut.length], ['open', 1]);
  set.change({ leftOut: before?.toLeaveOut ?? [] });
  const view = await set.view();
  assert.deepEqual([view.training?.pictures, view.findings[0]?.state], [8, 'decided']);
  const { total, pictures } = await set.calls.classPictures(page('cats'));
  assert.equal(total, 5);
  assert.deepEqual(
    pictures.filter(({ leftOut }) => leftOut).map(({ name }) => name),
    ['again.png'],
  );
  set.change({ leftOut: [], kept: ['duplicates'] });
  assert.equal((await set.view()).findings[0]?.state, 'decided');
});

const page = (name: string, from = 0, count = 1000) =>
  ({ project: folder, split: 'training', class: name, from, count }) as const;

test('a class is told in pages, by path', async (t) => {
  const set = await desk(t, await pictureFiles({ cats: 7, dogs: 2 }));
  assert.deepEqual(await set.calls.classPictures(page('cats')), { total: 0, pictures: [] });
  await set.scan();
  const { total, pictures } = await set.calls.classPictures(page('cats', 5, 10));
  assert.equal(total, 7);
  assert.deepEqual(
    pictures.map(({ name, path }) => [name, path]),
    ['5.png', '6.png'].map((name) => [name, join(set.project.training, 'cats', name)]),
  );
  assert.equal((await set.calls.classPictures({ ...page('cats'), class: 'birds' })).total, 0);
});

test('what is held back is what a run holds back, and the run finds it decoded', async (t) => {
  const parts = await pictureParts(t);
  const training = await writeSet(t, await pictureFiles({ cats: 20, dogs: 9 }));
  const test = { kind: 'holdBack', share: 0.3 } as const;
  const set = new Desk(parts, { training, test });
  const view = await set.scan();
  const data = await openData(
    parts,
    await scanData(parts, { training, test }),
    { ...defaultSettings, ...set.project.settings },
    { report: (report) => void set.reports.push(report), signal: new AbortController().signal },
  );
  await data.close();
  assert.equal(set.ofType('prepared').at(-1)?.decoded, 0);
  assert.deepEqual([view.test?.folder, view.test?.pictures], [null, data.test?.labels.length]);
  assert.equal(view.training?.pictures, data.training.labels.length);
  const names = Array.from(data.test?.files ?? [], (file) => (file < 20 ? 'cats' : 'dogs'));
  for (const name of ['cats', 'dogs']) {
    const { total } = await set.calls.classPictures({ ...page(name), split: 'test' });
    assert.equal(total, names.filter((held) => held === name).length);
  }
});

test('a folder that is gone is a failure, in the view and of the job', async (t) => {
  const set = new Desk(await pictureParts(t), { training: join(await temporaryFolder(t), 'gone') });
  const view = await set.scan();
  assert.deepEqual([view.state, view.failure?.code, view.training], ['failed', 'folder-missing', null]);
  assert.equal(set.ofType('failed').length, 1);
});

test('a test folder that is gone leaves what is known of training', async (t) => {
  const set = await desk(t, await pictureFiles({ a: 2, b: 3 }));
  set.change({ test: { kind: 'folder', folder: join(await temporaryFolder(t), 'gone') } });
  const view = await set.scan();
  assert.deepEqual([view.state, view.failure?.code, view.training?.pictures], ['failed', 'folder-missing', 5]);
});

test('a scan that is stopped leaves the counts of what was listed, and can be begun again', async (t) => {
  const set = await desk(t, await pictureFiles({ a: 40, b: 40 }));
  set.onReport = (job) => set.jobs.stop(job);
  const stopped = await set.scan();
  assert.deepEqual([stopped.state, stopped.failure, stopped.progress], ['unscanned', null, null]);
  assert.deepEqual([stopped.training?.pictures, stopped.findings], [80, []]);
  assert.deepEqual([set.ofType('failed'), set.counts], [[], []]);
  set.onReport = () => undefined;
  assert.equal((await set.scan()).state, 'ready');
});

test('another training folder has not been looked at yet; going back, the first is known', async (t) => {
  const set = await desk(t, await pictureFiles({ a: 2, b: 2 }));
  await set.scan();
  const { training } = set.project;
  set.change({ training: await writeSet(t, await pictureFiles({ c: 3, d: 3 })) });
  assert.equal((await set.view()).state, 'unscanned');
  set.change({ training });
  assert.equal((await set.view()).state, 'ready');
});

test('a scan of other folders ends the one of those before', async (t) => {
  const set = await desk(t, await pictureFiles({ a: 40, b: 40 }));
  const other = await writeSet(t, await pictureFiles({ c: 3, d: 3 }));
  const second: Promise<DataView>[] = [];
  set.onReport = () => {
    if (second.length > 0) return;
    set.change({ training: other });
    second.push(set.scan());
  };
  await set.scan();
  assert.equal((await second[0])?.training?.pictures, 6);
  assert.deepEqual([(await set.view()).state, set.ofType('failed')], ['ready', []]);
  assert.equal(set.ofType('prepared').length, 1);
});

test('a single class can be looked at', async (t) => {
  const view = await (await desk(t, await pictureFiles({ cats: 3 }))).scan();
  assert.deepEqual([view.state, view.training?.classes.length], ['ready', 1]);
});

test('a test class that training does not have is a failure that names it', async (t) => {
  const set = await desk(t, await pictureFiles({ a: 2, b: 2 }));
  set.change({ test: { kind: 'folder', folder: await writeSet(t, await pictureFiles({ birds: 2 })) } });
  const { state, failure } = await set.scan();
  assert.deepEqual([state, failure?.code], ['failed', 'classes-differ']);
  assert.match(failure?.message ?? '', /birds/);
});

test('files that vanish during the scan are unreadable', async (t) => {
  const set = await desk(t, await pictureFiles({ a: 3, b: 3 }));
  const removed: Promise<void>[] = [];
  set.onReport = () => void removed.push(rm(join(set.project.training, 'b', '2.png'), { force: true }));
  const view = await set.scan();
  await Promise.all(removed);
  assert.equal(view.state, 'ready');
  assert.ok((view.training?.pictures ?? 0) >= 5);
});
