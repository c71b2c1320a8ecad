/** What every spec gets: data folders of its own, and the studio on the host under test. */
import { test as base, type TestInfo } from '@playwright/test';
import { broken, newDataFolders, type Broken, type DataFolders } from './data-folders.ts';
import { startHost, type HostName, type RunningHost, type StartOptions } from './hosts.ts';
import { Studio } from './pages/studio.ts';

export { expect } from '@playwright/test';

export interface HostOptions {
  readonly host: HostName;
}

interface Fixtures {
  readonly folders: DataFolders;
  /** Starts the studio; again after `close`, with the same folders, it is a restart of the app. */
  readonly start: (how?: How) => Promise<Studio>;
}

interface How extends Pick<StartOptions, 'server'> {
  readonly broken?: Broken;
  /** Besides that of the folders. */
  readonly environment?: Readonly<Record<string, string>>;
}

async function withNotes(host: RunningHost, info: TestInfo): Promise<RunningHost> {
  info.annotations.push(...host.annotations);
  await host.page.waitForFunction(() => document.readyState === 'complete' && location.href !== 'about:blank');
  return host;
}

export const test = base.extend<Fixtures & HostOptions>({
  host: ['server', { option: true }],
  // eslint-disable-next-line no-empty-pattern -- Playwright wants the pattern.
  folders: async ({}, use) => {
    const folders = newDataFolders();
    await use(folders);
    folders.remove();
  },
  start: async ({ host, folders }, use, info) => {
    const running = new Set<RunningHost>();
    await use(async ({ broken: how = null, environment: own = {}, ...more } = {}) => {
      const environment = { ...folders.environment, ...broken(how, folders), ...own };
      const started = await withNotes(await startHost({ host, folders, environment, ...more }), info);
      running.add(started);
      return new Studio(started, () => {
        running.delete(started);
        return started.close();
      });
    });
    for (const host of running) await host.close();
  },
});
