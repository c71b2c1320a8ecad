/** What every page in every state has to be. */
import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import { expect } from '@playwright/test';
import type { Studio } from './pages/studio.ts';

const artifacts = join(import.meta.dirname, '..', '..', 'artifacts', 'pages');

/** 640x400 is what 200 % zoom leaves of 1280x800. */
const sizes = [
  { width: 1280, height: 800 },
  { width: 960, height: 640 },
  { width: 640, height: 400 },
] as const;

/** Nothing to complain about, and nothing to scroll sideways, in both themes and at three widths. `name`: of its screenshots. */
export async function soundPage({ page, host }: Studio, name: string): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    // What fades from one theme into the other has no contrast to be judged.
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    const { violations } = await new AxeBuilder({ page }).analyze();
    const told = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
    expect(told, `${name}, ${colorScheme}`).toEqual([]);
    await page.screenshot({ path: join(artifacts, `${host.name}-${name}-${colorScheme}.png`) });
  }
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: null });
  for (const size of sizes) {
    await page.setViewportSize(size);
    const sideways = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(sideways, `${name} at ${size.width}`).toBeLessThanOrEqual(0);
    if (size.width < 1280) await page.screenshot({ path: join(artifacts, `${host.name}-${name}-${size.width}.png`) });
  }
  await page.setViewportSize(sizes[0]);
}
