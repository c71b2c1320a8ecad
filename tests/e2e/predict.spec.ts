/** Several pictures at once, and files that are none. */
import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from './fixtures.ts';
import { drawnSet } from './picture-sets.ts';

test('several pictures are answered in a row, an unreadable one in words', async ({ start, folders }) => {
  const set = await drawnSet(folders);
  const broken = join(folders.root, 'broken.jpg');
  writeFileSync(broken, 'no picture');
  const studio = await start();
  const data = await studio.welcome().chooseFolder(set.training);
  const train = await data.setUpTraining();
  await train.start({ Epochs: '1' });
  await expect(train.headline).toContainText(/^Finished/);

  const predict = await studio.predict();
  const cats = readdirSync(join(set.test, 'cats')).slice(0, 3);
  await predict.choose(...cats.map((name) => join(set.test, 'cats', name)), broken);
  await expect(predict.history.getByRole('option')).toHaveCount(4);
  await expect(predict.history.getByRole('option', { name: /broken\.jpg, Not readable/ })).toBeVisible();
  await predict.history.getByRole('option', { name: /broken/ }).click();
  await expect(predict.answer).toHaveText('This picture could not be read');
  await predict.history.getByRole('option', { name: new RegExp(cats[0] ?? '') }).click();
  await expect(predict.answer).toHaveText(/ · \d+(\.\d+)?\s%$/);
});
