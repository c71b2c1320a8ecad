import { mkdirSync, readdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import type { DataFolders } from '../data-folders.ts';
import { expect, test } from '../fixtures.ts';
import { drawnSet, hasTutorialSet, tutorialSet } from '../picture-sets.ts';
import { tell } from './figure.ts';

/** A data set with a class of 20,000 pictures, which are links to those there are. */
async function manyPictures(folders: DataFolders, count: number): Promise<string> {
  const { training } = hasTutorialSet ? tutorialSet : await drawnSet(folders, 400);
  const many = join(folders.root, 'many');
  for (const name of ['cats', 'dogs']) {
    const files = readdirSync(join(training, name)).slice(0, 400);
    mkdirSync(join(many, name), { recursive: true });
    for (let index = 0; index < (name === 'cats' ? count : 10); index++) {
      const file = files[index % files.length] ?? '';
      symlinkSync(join(training, name, file), join(many, name, `${String(index).padStart(5, '0')}-${file}`));
    }
  }
  return many;
}

/** Pictures of the grid in view, and how many of them are drawn. */
const inView = (page: Page): Promise<{ shown: number; drawn: number }> =>
  page.evaluate(() => {
    const pictures = [...document.querySelectorAll<HTMLImageElement>('[role=listbox] img')].filter((image) => {
      const { top, bottom } = image.getBoundingClientRect();
      return bottom > 0 && top < innerHeight;
    });
    return {
      shown: pictures.length,
      drawn: pictures.filter(({ complete, naturalWidth }) => complete && naturalWidth > 0).length,
    };
  });

test('a class of 20,000 thumbnails', async ({ start, folders }, info) => {
  const folder = await manyPictures(folders, 20_000);
  const studio = await start();
  const { page } = studio;
  const data = await studio.welcome().chooseFolder(folder);
  await expect(data.headline).toHaveText('20,010 pictures in 2 classes', { timeout: 300_000 });
  const begun = performance.now();
  await page.getByRole('button', { name: /cats/ }).last().click();
  await expect.poll(async () => (await inView(page)).shown).toBeGreaterThan(10);
  await expect
    .poll(
      async () => {
        const { shown, drawn } = await inView(page);
        return shown - drawn;
      },
      { intervals: [20] },
    )
    .toBe(0);
  const opened = performance.now() - begun;

  let blanks = 0;
  const grid = page.getByRole('listbox');
  for (let stop = 1; stop <= 20; stop++) {
    await grid.evaluate((element, share) => {
      const scroller =
        [element, ...element.querySelectorAll('*')].find((each) => each.scrollHeight > each.clientHeight + 1000) ??
        document.scrollingElement;
      scroller?.scrollTo(0, scroller.scrollHeight * share);
    }, stop / 21);
    await expect
      .poll(async () => {
        const { shown, drawn } = await inView(page);
        return shown > 10 && shown === drawn;
      })
      .toBe(true);
    const { shown, drawn } = await inView(page);
    blanks += shown - drawn;
  }
  const session = await page.context().newCDPSession(page);
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  tell(info, {
    what: 'opening a class of 20,000 to the first screen of thumbnails',
    figure: `${opened.toFixed(0)} ms`,
    asked: 'within 1 s',
  });
  tell(info, { what: 'blank thumbnails at rest at 20 places', figure: String(blanks), asked: 'none' });
  tell(info, {
    what: "the page's heap after that",
    figure: `${(usedSize / 1e6).toFixed(0)} MB`,
    asked: 'memory under 300 MB',
  });
});
