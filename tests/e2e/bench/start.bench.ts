import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, test } from '../fixtures.ts';
import { median, tell } from './figure.ts';

const built = join(import.meta.dirname, '..', '..', '..', 'out', 'renderer');

test('cold start', async ({ start }, info) => {
  const times: number[] = [];
  let scripts: string[] = [];
  for (let turn = 0; turn < 5; turn++) {
    const begun = performance.now();
    const studio = await start();
    await expect(studio.welcome().headline).toBeVisible();
    times.push(performance.now() - begun);
    scripts = await studio.page.evaluate(() =>
      performance
        .getEntriesByType('resource')
        .map(({ name }) => new URL(name).pathname)
        .filter((path) => path.endsWith('.js')),
    );
    await studio.close();
  }
  const bytes = scripts.reduce((sum, script) => sum + gzipSync(readFileSync(join(built, script))).length, 0);
  const seconds = (value: number): string => `${(value / 1000).toFixed(2)} s`;
  tell(info, {
    what: 'from starting the server and a browser to the first page, median of 5',
    figure: `${seconds(median(times))} (${times.map(seconds).join(', ')})`,
    asked: 'under 1.5 s',
  });
  tell(info, {
    what: `JavaScript of the first page, compressed (${scripts.length} files)`,
    figure: `${(bytes / 1000).toFixed(0)} kB`,
    asked: 'under 250 kB',
  });
});
