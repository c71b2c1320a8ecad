/** The picture that README.md opens with: `npm run bench:page -- readme` draws it anew. */
import { join } from 'node:path';
import { expect, test } from '../fixtures.ts';
import { drawnSet } from '../picture-sets.ts';

const picture = join(import.meta.dirname, '..', '..', '..', 'docs', 'training.png');

test('training, as README shows it', async ({ start, folders }) => {
  const set = await drawnSet(folders, 400, 100, 'Cats and dogs');
  const studio = await start({ environment: { HOME: folders.root, USERPROFILE: folders.root } });
  const data = await studio.welcome().chooseFolder(set.training);
  await expect(data.headline).toHaveText('800 pictures in 2 classes');
  const train = await data.setUpTraining();
  await expect(train.headline).toHaveText(/^Ready to train/);
  await train.start({ Epochs: '25' });
  await expect(train.epochRow(9)).toBeVisible();
  await expect(train.headline).toContainText(/^Epoch 1\d of 25 · step/);
  await studio.page.screenshot({ path: picture });
});
