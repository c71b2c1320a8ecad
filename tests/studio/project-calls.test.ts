import assert from 'node:assert/strict';
import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { test } from 'node:test';
import { rememberCounts } from '../../src/studio/projects.ts';
import { classFolders, finished, keepRun, openBench } from '../support/projects.ts';
import { changesIn, startStudio } from '../support/studio.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

test('a project is made for a training folder, opened again, and changed', async (t) => {
  const { studio, project, events, home } = await openBench(t);
  assert.deepEqual(
    { ...project, folder: basename(project.folder) },
    {
      folder: 'pets',
      name: 'pets',
      training: join(home, 'pictures', 'pets'),
      test: { kind: 'holdBack', share: 0.2 },
      labels: { cats: 'cat', dogs: 'dog' },
      settings: {},
      device: 'auto',
      leftOut: [],
      kept: [],
    },
  );
  const changed = await studio.changeProject(project.folder, {
    labels: { cats: 'Katze' },
    settings: { epochs: 7, later: 1 } as object,
    leftOut: ['/a', '/a'],
    device: 'wasm',
  });
  assert.deepEqual(changed.labels, { cats: 'Katze', dogs: 'dog' });
  assert.deepEqual([changed.settings, changed.leftOut, changed.device], [{ epochs: 7 }, ['/a'], 'wasm']);
  assert.deepEqual(await studio.openProject({ folder: project.folder }), changed);
  assert.deepEqual(await studio.openProject({ training: project.training, test: null }), changed);
  assert.ok(changesIn(events).some((event) => event.topic === 'project' && event.project === project.folder));
  await assert.rejects(studio.changeProject(project.folder, { settings: { epochs: 0 } }), {
    code: 'setting-out-of-range',
  });
  await assert.rejects(studio.openProject({ folder: join(home, 'none') }), { code: 'project-missing' });
  await assert.rejects(studio.openProject({ training: join(home, 'none'), test: null }), { code: 'folder-missing' });
});

test('a project is read without being opened', async (t) => {
  const { studio, home, events, project } = await openBench(t);
  const { folder } = project;
  const changed = await studio.changeProject(folder, { name: 'Other' });
  await studio.forgetProject(folder);
  const before = events.length;
  assert.deepEqual(await studio.project(folder), changed);
  await assert.rejects(studio.project(join(home, 'none')), { code: 'project-missing' });
  assert.deepEqual(events.slice(before), []);
  assert.deepEqual(await studio.recentProjects(), [], 'it was not used');
});

test('a project record of the first version is read, and one setting out of range costs only itself', async (t) => {
  const { studio, home } = startStudio(t);
  const folder = join(home, 'old');
  mkdirSync(folder);
  const old = { version: 1, name: 'old', training: '/a', test: { kind: 'none' }, labels: {} };
  const write = (more: object): void =>
    writeFileSync(join(folder, 'project.json'), JSON.stringify({ ...old, ...more }));
  write({});
  assert.deepEqual((await studio.openProject({ folder })).settings, {});
  write({ settings: { epochs: 0, batchSize: 16, unknown: 1 }, device: 'abacus' });
  const { settings, device } = await studio.openProject({ folder });
  assert.deepEqual([settings, device], [{ batchSize: 16 }, 'auto']);
  writeFileSync(join(folder, 'project.json'), '{');
  await assert.rejects(studio.openProject({ folder }), { code: 'project-damaged' });
});

test('what could not be read again is not written', async (t) => {
  const { studio, project } = await openBench(t);
  const broken = { name: 7 } as object;
  await assert.rejects(studio.changeProject(project.folder, broken), /name|string/i);
  assert.deepEqual(await studio.openProject({ folder: project.folder }), project);
});

test('changes at the same moment all count', async (t) => {
  const { studio, project } = await openBench(t);
  await Promise.all([
    studio.changeProject(project.folder, { name: 'Pets' }),
    studio.changeProject(project.folder, { device: 'wasm' }),
    studio.changeProject(project.folder, { labels: { cats: 'Kater' } }),
  ]);
  const { name, device, labels } = await studio.openProject({ folder: project.folder });
  assert.deepEqual([name, device, labels], ['Pets', 'wasm', { cats: 'Kater', dogs: 'dog' }]);
});

test('the list of recent projects tells of each what is known', async (t) => {
  const one = await openBench(t);
  const { studio, project } = one;
  await keepRun(one, '2026-01-02-000000-tutorial', finished);
  await keepRun(one, '2026-01-03-000000-tutorial', { state: 'paused', epochs: 0 });
  await rememberCounts(one.parts.openFolder(project.folder), { pictures: 8000, classes: 2 });
  const [summary, ...others] = await studio.recentProjects();
  assert.deepEqual(others, []);
  assert.ok(summary !== undefined);
  const { missing, pictures: counted, classes, lastAccuracy, savedEpoch, pictureSamples } = summary;
  assert.deepEqual([missing, counted, classes, lastAccuracy, savedEpoch], [null, 8000, 2, 0.52, 0]);
  assert.deepEqual(
    pictureSamples.map(({ path }) => basename(path)),
    ['cats.jpg', 'dogs.jpg'],
  );
  await studio.changeProject(project.folder, { training: classFolders(one.home, 'others') });
  assert.equal((await studio.recentProjects())[0]?.pictures, null, 'other pictures were not counted yet');
});

test('a training folder or a project that is gone stays in the list, and says so', async (t) => {
  const { studio, project } = await openBench(t);
  rmSync(project.training, { recursive: true });
  const [row] = await studio.recentProjects();
  assert.equal(row?.missing, `There is no folder ${project.training}.`);
  renameSync(project.folder, `${project.folder}-elsewhere`);
  const gone = (await studio.recentProjects()).find(({ folder }) => folder === project.folder);
  assert.deepEqual([gone?.name, gone?.missing], ['pets', `The folder ${project.folder} is no longer there.`]);
});

test('the newest comes first; what is forgotten leaves the list until it is opened', async (t) => {
  let now = 0;
  const { studio, home } = startStudio(t, temporaryFolder(t), { now: () => new Date((now += 1000)) });
  const open = (name: string) => studio.openProject({ training: classFolders(home, name), test: null });
  const names = async () => (await studio.recentProjects()).map(({ name }) => name);
  const first = await open('one');
  await open('two');
  assert.deepEqual(await names(), ['two', 'one']);
  await open('one');
  assert.deepEqual(await names(), ['one', 'two']);
  await studio.forgetProject(first.folder);
  assert.deepEqual(await names(), ['two']);
  assert.equal((await studio.openProject({ folder: first.folder })).name, 'one');
  assert.deepEqual(await names(), ['one', 'two']);
  writeFileSync(join(home, 'data', 'recent.json'), '{"damaged');
  assert.deepEqual((await names()).sort(), ['one', 'two'], 'those in the projects folder are found all the same');
});
