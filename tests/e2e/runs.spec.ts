/** What a person does with a run: stop it, train on, name it, delete it and take that back. */
import { expect, test } from './fixtures.ts';
import { drawnSet } from './picture-sets.ts';

test('a run is stopped, goes on, is named, deleted and restored', async ({ start, folders }) => {
  const set = await drawnSet(folders);
  const studio = await start();
  const data = await studio.welcome().chooseFolder(set.training);
  const train = await data.setUpTraining();
  await train.start({ Epochs: '2000' });
  await expect(train.epochRow(1)).toBeVisible();
  await train.stop();
  await expect(train.headline).toContainText(/^Stopped after epoch \d+ of 2,000/);
  await train.goOnButton.click();
  await expect(train.headline).toContainText(/^Epoch \d+ of 2,000/);
  await train.pause();
  await expect(train.headline).toContainText(/^Paused/);

  const runs = await studio.runs();
  const run = runs.rows.first();
  await runs.rename(run, 'The long one');
  await expect(run).toContainText('The long one');
  await runs.delete(run);
  await expect(studio.page.getByText('No runs yet.').first()).toBeVisible();
  await runs.undo();
  await expect(runs.rows.first()).toContainText('The long one');
});

test('training again takes over the settings of a run', async ({ start, folders }) => {
  const set = await drawnSet(folders, 20);
  const studio = await start();
  const data = await studio.welcome().chooseFolder(set.training);
  const train = await data.setUpTraining();
  await train.start({ Epochs: '3', 'Batch size': '8' });
  await expect(train.headline).toContainText(/^Finished/);
  const runs = await studio.runs();
  await runs.trainAgain(runs.rows.first());
  await expect(train.headline).toHaveText('Ready to train on 40 pictures');
  await expect(train.setting('Epochs')).toHaveValue('3');
  await expect(train.setting('Batch size')).toHaveValue('8');
});
