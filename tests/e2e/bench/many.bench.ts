import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import type { DataFolders } from '../data-folders.ts';
import { expect, test } from '../fixtures.ts';
import { drawnSet, hasTutorialSet, tutorialSet } from '../picture-sets.ts';
import { tell } from './figure.ts';

/** Links to the pictures there are: a class of `count` to train on, and some to test on. Returns the training folder. */
async function manyPictures(folders: DataFolders, count: number): Promise<string> {
  const { training } = hasTutorialSet ? tutorialSet : await drawnSet(folders, 400);
  const counts = { training_data: { cats: count, dogs: 10 }, test_data: { cats: 10, dogs: 10 } };
  for (const [split, classes] of Object.entries(counts)) {
    for (const [name, links] of Object.entries(classes))
      link(join(training, name), join(folders.root, 'many', split, name), links);
  }
  return join(folders.root, 'many', 'training_data');
}

function link(from: string, to: string, count: number): void {
  const files = readdirSync(from).slice(0, 400);
  mkdirSync(to, { recursive: true });
  for (let index = 0; index < count; index++) {
    const file = files[index % files.length] ?? '';
    symlinkSync(join(from, file), join(to, `${String(index).padStart(5, '0')}-${file}`));
  }
}

/** What the largest process that draws pages holds, in bytes, as `ps` tells; null where there is no `ps`. */
function residentBytes(): number | null {
  if (process.platform === 'win32') return null;
  const lines = execFileSync('ps', ['-A', '-o', 'rss=,args='], { encoding: 'utf8' }).split('\n');
  const sizes = lines
    .filter((line) => line.includes('--type=renderer'))
    .map((line) => Number.parseInt(line, 10) * 1024);
  return Math.max(...sizes);
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
  await expect(data.headline).toHaveText('20,010 pictures in 2 classes', { timeout: 120_000 });
  const begun = performance.now();
  await data.openClass('cats');
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
    await grid.evaluate((element, share) => element.scrollTo(0, element.scrollHeight * share), stop / 21);
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
  const resident = residentBytes();
  tell(info, {
    what: "the page's heap after that; all that its process holds",
    figure: `${(usedSize / 1e6).toFixed(0)} MB; ${resident === null ? 'not measured' : `${(resident / 1e6).toFixed(0)} MB`}`,
    asked: 'memory under 300 MB',
  });
});
