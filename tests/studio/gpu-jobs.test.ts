import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Report } from '../../src/contract/events.ts';
import type { GpuPack, GpuPackStatus } from '../../src/engine/ports.ts';
import { StopSource } from '../../src/engine/stop.ts';
import { gpuPackJob, installGpuPackJob, removeGpuPackJob } from '../../src/studio/gpu-jobs.ts';

const status: GpuPackStatus = { state: 'absent', folder: '/data', bytes: 7, toFetch: 100, needed: 200, driver: true };

/** A pack of 100 bytes in two files, in memory. */
function packWith(changes: Partial<GpuPackStatus> = {}): GpuPack {
  return {
    status: () => Promise.resolve({ ...status, ...changes }),
    install: ({ onFetch, onUnpack }) => {
      onFetch('first', 60, 100);
      onUnpack('first');
      onFetch('second', 100, 100);
      onUnpack('second');
      return Promise.resolve(100);
    },
    remove: () => Promise.resolve(7),
  };
}

async function reportsOf(job: typeof gpuPackJob, gpuPack: GpuPack): Promise<Report[]> {
  const reports: Report[] = [];
  let now = 0;
  await job(
    { gpuPack, clock: () => (now += 1000) },
    { report: (report) => reports.push(report), signal: new StopSource() },
  );
  return reports;
}

test('installing reports bytes of the whole, what is unpacked, and the end', async () => {
  assert.deepEqual(await reportsOf(installGpuPackJob, packWith()), [
    { type: 'fetching', file: 'first', done: 60, total: 100 },
    { type: 'unpacking', file: 'first' },
    { type: 'fetching', file: 'second', done: 100, total: 100 },
    { type: 'unpacking', file: 'second' },
    { type: 'gpu_pack_installed', folder: '/data', bytes: 7, fetched: 100, seconds: 3 },
  ]);
});

test('without a driver installing says so first; where there is no pack at all it needs no driver', async () => {
  const [first] = await reportsOf(installGpuPackJob, packWith({ driver: false }));
  assert.ok(first?.type === 'notice');
  assert.match(first.text, /No NVIDIA driver.*on the CPU/);
  const [other] = await reportsOf(installGpuPackJob, packWith({ driver: false, state: 'unsupported' }));
  assert.equal(other?.type, 'fetching');
});

test('the state and the end of removing are reported as they are', async () => {
  const { driver, ...said } = status;
  assert.ok(driver);
  assert.deepEqual(await reportsOf(gpuPackJob, packWith()), [{ type: 'gpu_pack', ...said }]);
  assert.deepEqual(await reportsOf(removeGpuPackJob, packWith()), [
    { type: 'gpu_pack_removed', folder: '/data', bytes: 7 },
  ]);
});
