/** What is wrong with a set is told, and left out on request; labels are a person's own. */
import { copyFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from './fixtures.ts';
import { drawnSet } from './picture-sets.ts';

test('a leak and an unreadable file are told; the leak is left out and put back', async ({ start, folders }) => {
  const set = await drawnSet(folders);
  const [first = ''] = readdirSync(join(set.test, 'cats'));
  copyFileSync(join(set.test, 'cats', first), join(set.training, 'cats', 'copied.jpg'));
  writeFileSync(join(set.training, 'dogs', 'broken.jpg'), 'no picture');
  const studio = await start();
  const data = await studio.welcome().chooseFolder(set.training);
  await expect(data.headline).toHaveText('121 pictures in 2 classes');
  await expect(data.health).toContainText(/leak/);
  await expect(data.health).toContainText('1 file could not be read');

  await data.health
    .getByRole('button', { name: /^Leave out/ })
    .first()
    .click();
  await expect(data.sources).toContainText('39 pictures');
  await studio.page.keyboard.press(process.platform === 'darwin' ? 'Meta+z' : 'Control+z');
  await expect(data.sources).toContainText('40 pictures');
});

test('a label that a person gives is the answer', async ({ start, folders }) => {
  const set = await drawnSet(folders);
  const studio = await start();
  const data = await studio.welcome().chooseFolder(set.training);
  await expect(data.headline).toHaveText('120 pictures in 2 classes');
  await data.rename('cats', 'Tiger');
  await data.rename('dogs', 'Wolf');
  const train = await data.setUpTraining();
  await train.start({ Epochs: '1' });
  await expect(train.headline).toContainText(/^Finished/);
  const predict = await studio.predict();
  await predict.choose(set.unseen);
  await expect(predict.answer).toHaveText(/^(Tiger|Wolf) · /);
});

test('a scan can be stopped, and goes on when it is asked for again', async ({ start, folders }) => {
  const set = await drawnSet(folders, 400, 100);
  const studio = await start();
  const data = await studio.welcome().chooseFolder(set.training);
  await expect(data.headline).toHaveText(/^Looking at/);
  await data.stopScan();
  await expect(data.headline).toHaveText('The pictures are not counted yet');
  await data.scanAgain();
  await expect(data.headline).toHaveText('800 pictures in 2 classes');
});
