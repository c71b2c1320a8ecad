/** The whole way without a pointer. */
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { drawnSet } from './picture-sets.ts';

const command = process.platform === 'darwin' ? 'Meta' : 'Control';

/** Presses Tab until something of that name has the focus. */
async function tabTo(page: Page, name: RegExp): Promise<void> {
  for (let presses = 0; presses < 80; presses++) {
    await page.keyboard.press('Tab');
    const focused = await page.evaluate(() => {
      const element = document.activeElement;
      const label = element instanceof HTMLInputElement ? element.labels?.[0] : element;
      return element?.getAttribute('aria-label') ?? label?.textContent.trim() ?? '';
    });
    if (name.test(focused)) return;
  }
  throw new Error(`Tab doesn't lead to ${String(name)}`);
}

test('from choosing a folder to a label by keyboard alone', async ({ start, folders }) => {
  const set = await drawnSet(folders);
  const studio = await start();
  const { page, host } = studio;
  await expect(studio.welcome().headline).toBeVisible();
  await host.chooseFolder(set.training, () => page.keyboard.press(`${command}+o`));
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^1\d\d pictures in 2 classes$/);
  await page.keyboard.press(`${command}+Enter`);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^Ready to train/);
  await tabTo(page, /^Epochs/);
  await page.keyboard.type('1');
  await page.keyboard.press(`${command}+Enter`);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^Finished/);
  await page.keyboard.press(`${command}+3`);
  await expect(page.getByText('Nothing predicted yet')).toBeVisible();
  await host.choosePictures([set.unseen], () => page.keyboard.press(`${command}+o`));
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/\s%$/);
});
