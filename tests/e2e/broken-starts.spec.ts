/** Starts that go wrong in ways that people meet: each says what happened and what to do. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from './fixtures.ts';
import { drawnSet } from './picture-sets.ts';
import { soundPage } from './sound-page.ts';

test('an engine that does not start is said in words, with a way to try again', async ({ start }) => {
  const studio = await start({ broken: 'engineDoesNotStart' });
  await expect(studio.page.getByRole('alert').filter({ hasText: 'Pawlab could not start' })).toBeVisible();
  await expect(studio.page.getByRole('button', { name: 'Try again' })).toBeVisible();
  await soundPage(studio, 'engine-failed');
});

test('without native TensorFlow the run takes WebAssembly and says so', async ({ start, folders }) => {
  const set = await drawnSet(folders, 20);
  const studio = await start({ broken: 'noTensorFlow' });
  const data = await studio.welcome().chooseFolder(set.training);
  const train = await data.setUpTraining();
  await train.start({ Epochs: '1' });
  await expect(train.headline).toContainText(/^Finished/);
  await expect(studio.page.getByText(/WebAssembly/).first()).toBeVisible();
});

test('a folder for projects that cannot be written to is said in words', async ({ start, folders }) => {
  const set = await drawnSet(folders, 20);
  const studio = await start({ broken: 'dataFolderNotWritable' });
  await studio.welcome().chooseFolder(set.training);
  await expect(studio.page.getByRole('dialog')).toContainText(/cannot be written/);
  await soundPage(studio, 'refused');
});

test('a project whose record is damaged is said in words, and others open', async ({ start, folders }) => {
  const set = await drawnSet(folders, 20);
  const project = join(folders.root, 'projects', 'spoiled');
  mkdirSync(join(project, 'runs'), { recursive: true });
  writeFileSync(join(project, 'project.json'), '{"version": 1, "name":');
  const studio = await start();
  await studio.welcome().chooseFolder(project);
  await expect(studio.page.getByRole('dialog')).toContainText(/spoiled/);
  await studio.page.keyboard.press('Escape');
  const data = await studio.welcome().chooseFolder(set.training);
  await expect(data.headline).toHaveText('40 pictures in 2 classes');
});
