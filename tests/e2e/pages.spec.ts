/** Every page in its states: no accessibility violations, in both themes and at every width; screenshots are kept. */
import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import type { HostName } from './hosts.ts';
import { drawnSet } from './picture-sets.ts';

const artifacts = join(import.meta.dirname, '..', '..', 'artifacts', 'pages');

/** 640x400 is what 200 % zoom leaves of 1280x800. */
const sizes = [
  { width: 1280, height: 800 },
  { width: 960, height: 640 },
  { width: 640, height: 400 },
] as const;

/** Nothing to complain about, and nothing to scroll sideways, in both themes and at three widths. */
async function soundPage(page: Page, host: HostName, name: string): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    const { violations } = await new AxeBuilder({ page }).analyze();
    const told = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
    expect(told, `${name}, ${colorScheme}`).toEqual([]);
    await page.screenshot({ path: join(artifacts, `${host}-${name}-${colorScheme}.png`) });
  }
  await page.emulateMedia({ colorScheme: 'light' });
  for (const size of sizes) {
    await page.setViewportSize(size);
    const sideways = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(sideways, `${name} at ${size.width}`).toBeLessThanOrEqual(0);
    if (size.width < 1280) await page.screenshot({ path: join(artifacts, `${host}-${name}-${size.width}.png`) });
  }
  await page.setViewportSize(sizes[0]);
}

test('every page in its states', async ({ start, folders, host }) => {
  const set = await drawnSet(folders);
  const studio = await start();
  const { page } = studio;
  const sound = (name: string): Promise<void> => soundPage(page, host, name);

  await expect(studio.welcome().headline).toBeVisible();
  await sound('welcome-first');
  const data = await studio.welcome().chooseFolder(set.training);
  await data.changeTestFolder(set.test);
  await expect(data.headline).toHaveText('120 pictures in 2 classes');
  await sound('data');
  const empty = await studio.predict();
  await expect(page.getByText('No network yet')).toBeVisible();
  await expect(empty.answer).toBeVisible();
  await sound('predict-empty');
  await studio.runs();
  await expect(page.getByText('No runs yet.').first()).toBeVisible();
  await sound('runs-empty');

  const train = await studio.train();
  await expect(train.headline).toHaveText('Ready to train on 120 pictures');
  await sound('train-setup');
  await train.start({ Epochs: '500' });
  await expect(train.epochRow(3)).toBeVisible({ timeout: 60_000 });
  await sound('train-running');
  await train.pause();
  await expect(train.headline).toContainText(/^Paused/);
  await sound('train-paused');

  const predict = await studio.predict();
  await predict.choose(set.unseen);
  await expect(predict.answer).toHaveText(/\s%$/);
  await sound('predict');
  const runs = await studio.runs();
  await expect(runs.rows).toHaveCount(1);
  await sound('runs');
});
