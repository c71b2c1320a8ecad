/** Every page in its states: no accessibility violations, in both themes and at every width; screenshots are kept. */
import { copyFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from './fixtures.ts';
import { drawnSet } from './picture-sets.ts';
import { soundPage } from './sound-page.ts';

test('Welcome, Data and the empty pages', async ({ start, folders }) => {
  const set = await drawnSet(folders);
  copyFileSync(join(set.training, 'cats', 'cat.1.jpg'), join(set.training, 'dogs', 'copy.jpg'));
  writeFileSync(join(set.training, 'dogs', 'broken.jpg'), 'no picture');
  const studio = await start();
  const { page } = studio;
  const sound = (name: string): Promise<void> => soundPage(studio, name);

  await expect(studio.welcome().headline).toBeVisible();
  await sound('welcome-first');
  await page.keyboard.press('F1');
  await expect(page.getByRole('dialog')).toContainText('Keyboard shortcuts');
  await sound('shortcuts');
  await page.keyboard.press('Escape');

  const data = await studio.welcome().chooseFolder(set.training);
  await expect(data.headline).toHaveText('121 pictures in 2 classes');
  await sound('data');
  await data.openClass('cats');
  await expect(page.getByRole('option').first()).toBeVisible();
  await sound('data-class');
  await page.getByRole('option').first().dblclick();
  await expect(page.getByRole('dialog')).toBeVisible();
  await sound('data-picture');
  await page.keyboard.press('Escape');
  await studio.predict();
  await expect(page.getByText('No network yet')).toBeVisible();
  await sound('predict-empty');
  await studio.runs();
  await expect(page.getByText('No runs yet.').first()).toBeVisible();
  await sound('runs-empty');
  await page.getByRole('button', { name: 'Settings' }).click();
  await expect(page.getByRole('dialog')).toBeVisible();
  await sound('settings');
  await page.keyboard.press('Escape');

  await studio.close();
  const again = await start();
  await again.comeBack();
  await again.leaveProject();
  await expect(again.welcome().recent).toBeVisible();
  await soundPage(again, 'welcome-recent');
});

test('Train, Predict and Runs', async ({ start, folders }) => {
  const set = await drawnSet(folders);
  const studio = await start();
  const { page } = studio;
  const sound = (name: string): Promise<void> => soundPage(studio, name);

  const data = await studio.welcome().chooseFolder(set.training);
  const train = await data.setUpTraining();
  await expect(train.headline).toHaveText('Ready to train on 120 pictures');
  await sound('train-setup');
  await page
    .getByRole('main')
    .getByRole('button', { name: /fastest device|TensorFlow|Device/ })
    .click();
  await expect(page.getByRole('menu')).toBeVisible();
  await sound('train-devices');
  await page.keyboard.press('Escape');
  await train.setting('Epochs').fill('0');
  await expect(page.getByRole('button', { name: 'Start training' })).toHaveAttribute('aria-disabled', 'true');
  await sound('train-invalid');

  await train.start({ Epochs: '500' });
  await expect(train.epochRow(3)).toBeVisible();
  await sound('train-running');
  await page.getByRole('button', { name: 'Stop' }).click();
  await expect(page.getByRole('dialog').or(page.getByRole('alertdialog'))).toBeVisible();
  await sound('train-stop');
  await page.getByRole('button', { name: 'Keep training' }).click();
  await train.pause();
  await expect(train.headline).toContainText(/^Paused/);
  await sound('train-paused');

  const predict = await studio.predict();
  await predict.choose(set.unseen);
  await expect(predict.answer).toHaveText(/\s%$/);
  await sound('predict');
  const runs = await studio.runs();
  await expect(runs.rows).toHaveCount(1);
  await sound('runs');

  await studio.train();
  await page.getByRole('button', { name: 'Set up a new training' }).click();
  await train.start({ Epochs: '1', 'Learning rate': '1' });
  await expect(train.headline).toContainText(/^Finished/);
  await sound('train-finished');
  await studio.runs();
  await expect(runs.rows).toHaveCount(2);
  for (const row of await runs.rows.all()) await row.getByRole('checkbox').check();
  await sound('runs-compared');
});
