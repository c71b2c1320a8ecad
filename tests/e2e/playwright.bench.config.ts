/** Measurements of the page, one after the other: `npm run bench:page`. They say figures and fail on nothing. */
import { defineConfig } from '@playwright/test';
import type { HostOptions } from './fixtures.ts';

export default defineConfig<HostOptions>({
  testDir: './bench',
  testMatch: '**/*.{bench,picture}.ts',
  outputDir: '../../artifacts/bench',
  workers: 1,
  timeout: 600_000,
  expect: { timeout: 60_000 },
  reporter: [['list'], ['./bench/table-reporter.ts']],
  projects: [
    { name: 'server', use: { host: 'server' } },
    { name: 'desktop', use: { host: 'desktop' }, testMatch: '**/responsive.bench.ts' },
  ],
});
