/** Two windows or tabs of one studio, and a page that is loaded again: all show the same. */
import { expect, test } from './fixtures.ts';
import { drawnSet } from './picture-sets.ts';

test('a second window and a reloaded page show the training that runs', async ({ start, folders }) => {
  const set = await drawnSet(folders);
  const studio = await start();
  const data = await studio.welcome().chooseFolder(set.training);
  const train = await data.setUpTraining();
  await train.start({ Epochs: '2000' });
  await expect(train.epochRow(2)).toBeVisible();

  const other = studio.over(await studio.host.newWindow());
  await other.comeBack();
  const there = await other.train();
  await expect(there.epochRow(2)).toBeVisible();
  await studio.page.reload();
  await expect(train.headline).toContainText(/^Epoch \d+ of 2,000/);
  await there.pause();
  await expect(train.headline).toContainText(/^Paused after epoch \d+ of 2,000/);
  await expect(there.headline).toHaveText((await train.headline.textContent()) ?? '');
});
