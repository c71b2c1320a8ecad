/** What is dropped on the desktop's window comes with its path. */
import { expect, test } from './fixtures.ts';
import { drawnSet } from './picture-sets.ts';

test('a folder that is dropped anywhere is opened', async ({ start, folders }) => {
  const set = await drawnSet(folders);
  const studio = await start();
  await expect(studio.welcome().headline).toBeVisible();
  const session = await studio.page.context().newCDPSession(studio.page);
  const data = { items: [], files: [set.training], dragOperationsMask: 1 };
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
    await session.send('Input.dispatchDragEvent', { type, x: 400, y: 400, data });
  }
  await expect(studio.page.getByRole('heading', { level: 1 })).toHaveText(/^\d+ pictures in 2 classes$/);
});
