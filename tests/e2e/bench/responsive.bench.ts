import { expect, test } from '../fixtures.ts';
import { drawnSet, hasTutorialSet, tutorialSet } from '../picture-sets.ts';
import { median, tell } from './figure.ts';

/** What a page sends and hears by itself, beside its own connection: birpc's request and answer. */
async function roundTrips(count: number): Promise<number[]> {
  interface Line {
    send(message: unknown): void;
    hear(listener: (message: { readonly i?: string }) => void): void;
  }
  const bridge = (
    window as unknown as { pawlab?: { send(m: unknown): void; onMessage(l: (m: unknown) => void): void } }
  ).pawlab;
  const overBridge = (): Line => ({
    send: (message) => bridge?.send(message),
    hear: (listener) => bridge?.onMessage((message) => listener(message as { i?: string })),
  });
  const overSocket = (): Promise<Line> =>
    new Promise((resolve) => {
      const socket = new WebSocket(`ws://${location.host}/socket`);
      socket.onopen = () =>
        resolve({
          send: (message) => socket.send(JSON.stringify(message)),
          hear: (listener) =>
            socket.addEventListener('message', ({ data }) => listener(JSON.parse(String(data)) as { i?: string })),
        });
    });
  const line = bridge === undefined ? await overSocket() : overBridge();
  const waiting = new Map<string, () => void>();
  line.hear(({ i }) => waiting.get(i ?? '')?.());
  const times: number[] = [];
  for (let index = 0; index < count; index++) {
    const id = `bench-${index}`;
    const begun = performance.now();
    await new Promise<void>((resolve) => {
      waiting.set(id, resolve);
      line.send({ t: 'q', i: id, m: 'studio.testFoldersBeside', a: ['/'] });
    });
    times.push(performance.now() - begun);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return times;
}

test('responsive while training', async ({ start, folders }, info) => {
  const set = hasTutorialSet ? tutorialSet : await drawnSet(folders, 400);
  const studio = await start();
  const data = await studio.welcome().chooseFolder(set.training);
  await expect(data.headline).toHaveText(/ pictures in 2 classes$/);
  await data.changeTestFolder(set.test);
  const train = await data.setUpTraining();
  await expect(train.headline).toHaveText(/^Ready to train/);
  await train.start({ Epochs: '25' });
  await expect(train.epochRow(1)).toBeVisible();
  await studio.page.evaluate(() => {
    const seen = ((window as unknown as { longTasks: number[] }).longTasks = []) as number[];
    new PerformanceObserver((list) => seen.push(...list.getEntries().map(({ duration }) => duration))).observe({
      type: 'longtask',
    });
  });
  const times = await studio.page.evaluate(roundTrips, 200);
  const tasks = await studio.page.evaluate(() => (window as unknown as { longTasks: number[] }).longTasks);
  await train.pause();
  await expect(train.headline).toContainText(/^Paused/);
  const sorted = [...times].sort((a, b) => a - b);
  tell(info, {
    what: 'round trip of a contract call while training, 200 calls',
    figure: `${median(times).toFixed(1)} ms (95 %: ${(sorted[Math.floor(sorted.length * 0.95)] ?? NaN).toFixed(1)} ms)`,
    asked: 'under 50 ms (median)',
  });
  tell(info, {
    what: 'longest task of the page meanwhile',
    figure: tasks.length === 0 ? 'none over 50 ms' : `${Math.max(...tasks).toFixed(0)} ms`,
    asked: 'under 100 ms',
  });
});
