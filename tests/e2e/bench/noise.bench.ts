import { join } from 'node:path';
import type { CDPSession, Page } from '@playwright/test';
import { expect, test } from '../fixtures.ts';
import { drawnSet } from '../picture-sets.ts';
import { tell } from './figure.ts';

const noisy = join(import.meta.dirname, '..', '..', 'support', 'noise', 'server.ts');

async function heap(session: CDPSession): Promise<number> {
  await session.send('HeapProfiler.collectGarbage');
  return (await session.send('Runtime.getHeapUsage')).usedSize / 1e6;
}

/** Draws of each canvas since the page was loaded. */
const draws = (page: Page): Promise<number[]> =>
  page.evaluate(() => [...(window as unknown as { draws: Map<unknown, number> }).draws.values()]);

function countDraws(): void {
  const counts = ((window as unknown as { draws: Map<unknown, number> }).draws = new Map<unknown, number>());
  const clear = Reflect.get(CanvasRenderingContext2D.prototype, 'clearRect');
  CanvasRenderingContext2D.prototype.clearRect = function (...area) {
    counts.set(this.canvas, (counts.get(this.canvas) ?? 0) + 1);
    clear.apply(this, area);
  };
}

test('a thousand step reports a second', async ({ start, folders }, info) => {
  const set = await drawnSet(folders, 20);
  const studio = await start({ server: [noisy] });
  const { page } = studio;
  await page.addInitScript(countDraws);
  await page.reload();
  await studio.welcome().chooseFolder(set.training);
  const train = await studio.train();
  const { headline } = train;
  await expect(headline).toContainText(/^Epoch 1\d of 200/);

  const session = await page.context().newCDPSession(page);
  const before = await heap(session);
  const drawnBefore = await draws(page);
  const begun = performance.now();
  await expect(headline).toContainText(/^Epoch 6\d of 200/, { timeout: 100_000 });
  const middle = await heap(session);
  await expect(headline).toContainText(/^Epoch 11\d of 200/, { timeout: 100_000 });
  const seconds = (performance.now() - begun) / 1000;
  const drawn = await draws(page);
  const after = await heap(session);

  const most = Math.max(...drawn.map((count, index) => count - (drawnBefore[index] ?? 0))) / seconds;
  tell(info, {
    what: `redraws of a chart per second, at ${((100 * 1000) / seconds).toFixed(0)} reports a second`,
    figure: most.toFixed(1),
    asked: 'at most 10',
  });
  tell(info, {
    what: "the page's heap after 10,000, 60,000 and 110,000 reports",
    figure: [before, middle, after].map((size) => `${size.toFixed(1)} MB`).join(', '),
    asked: 'flat',
  });
});
