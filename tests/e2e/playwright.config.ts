/** The specs of the window and the page: written once, run on both hosts. */
import { defineConfig } from '@playwright/test';
import type { HostOptions } from './fixtures.ts';

export default defineConfig<HostOptions>({
  testDir: '.',
  outputDir: '../../artifacts/specs',
  // Two cores: a training beside another only makes both slower.
  workers: 1,
  timeout: 300_000,
  // Generous: what is waited for comes sooner or never, and a machine may be busy.
  expect: { timeout: 60_000 },
  retries: 0,
  forbidOnly: true,
  reporter: [['list'], ['json'], ['./skips-reporter.ts']],
  use: { actionTimeout: 60_000, trace: 'retain-on-failure', screenshot: 'only-on-failure' },
  projects: [
    { name: 'server', testIgnore: '**/desktop*.spec.ts', use: { host: 'server' } },
    { name: 'desktop', testIgnore: '**/server*.spec.ts', use: { host: 'desktop' } },
  ],
});
