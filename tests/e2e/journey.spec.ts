/** The tutorial's way through the studio, and what happens to it when the engine dies on the way. */
import { enginePid } from './engine-pid.ts';
import { expect, test } from './fixtures.ts';
import { drawnSet, hasTutorialSet, tutorialSet } from './picture-sets.ts';
import { soundPage } from './sound-page.ts';

const answer = /^(Cats?|Dogs?) · \d+(\.\d+)?\s%$/i;

test('first start, two folders, training, a label, and after a restart the run is still there', async ({
  start,
  folders,
}) => {
  const set = hasTutorialSet ? tutorialSet : await drawnSet(folders);
  const studio = await start();
  await expect(studio.welcome().headline).toHaveText('Teach this computer to tell your pictures apart');
  await expect(studio.welcome().recent).toHaveCount(0);

  const data = await studio.welcome().chooseFolder(set.training);
  await data.changeTestFolder(set.test);
  await expect(data.headline).toHaveText(hasTutorialSet ? '8,000 pictures in 2 classes' : '120 pictures in 2 classes');

  const train = await data.setUpTraining();
  await train.start({ Epochs: '2' });
  await expect(train.headline).toContainText('of 2');
  await expect(train.epochRow(1)).toBeVisible({ timeout: 60_000 });
  await expect(train.headline).toContainText(/^Finished: \d+(\.\d)?\s% right, best epoch [12]$/);
  await expect(train.epochRow(2)).toBeVisible();

  const predict = await studio.predict();
  await predict.choose(set.unseen);
  await expect(predict.answer).toHaveText(answer);
  const label = await predict.answer.textContent();
  await studio.close();

  const again = await start();
  await again.comeBack();
  const runs = await again.runs();
  await expect(runs.rows).toHaveCount(1);
  const same = await again.predict();
  await same.choose(set.unseen);
  await expect(same.answer).toHaveText(label ?? '');
});

test('the engine is killed in the middle: said in words, started again, the run goes on where it was saved', async ({
  start,
  folders,
}) => {
  test.skip(process.platform === 'win32', 'the engine is found by ps');
  const set = await drawnSet(folders);
  const studio = await start();
  const data = await studio.welcome().chooseFolder(set.training);
  await data.changeTestFolder(set.test);
  const train = await data.setUpTraining();
  await train.start({ Epochs: '2000' });
  await expect(train.epochRow(2)).toBeVisible({ timeout: 60_000 });

  process.kill(enginePid(studio.host.pid), 'SIGKILL');
  await expect(studio.page.getByText(/ended unexpectedly/).first()).toBeVisible();
  await expect(train.goOnButton).toBeVisible();
  await soundPage(studio, 'train-cut-off');
  const before = await train.epochs.getByRole('row').count();
  await train.goOnButton.click();
  await expect(train.headline).toContainText(/^Epoch \d+ of 2,000/);
  await expect.poll(() => train.epochs.getByRole('row').count()).toBeGreaterThan(before + 1);
  await train.pause();
  await expect(train.headline).toContainText(/^Paused/);
});
