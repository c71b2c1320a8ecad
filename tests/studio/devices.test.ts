import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { test, type TestContext } from 'node:test';
import { PawlabError } from '../../src/contract/errors.ts';
import type { Report } from '../../src/contract/events.ts';
import type { Device, Devices } from '../../src/engine/ports.ts';
import { chooseDevice, recallDevice } from '../../src/studio/devices.ts';
import { copyOf, devicePartsIn, ladder, smallTrial } from '../support/device-parts.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const missing = (): Promise<never> =>
  Promise.reject(new PawlabError('device-unavailable', 'It is missing.', 'Fetch it.'));

/** Opens for real, and counts the networks that are made on it. */
function counted(device: Device, made: string[]): Device {
  return {
    ...device,
    createNetwork: (...given) => {
      made.push(device.id);
      return device.createNetwork(...given);
    },
  };
}

/** WebAssembly and a copy of it, both of which train; the clock says what is faster. */
async function pair(made: string[], change: Partial<Device> = {}): Promise<Devices> {
  const [webgpu, wasm] = await Promise.all([copyOf('webgpu', change), copyOf('wasm', { name: 'WebAssembly' })]);
  return ladder({ tensorflow: missing, webgpu: () => counted(webgpu, made), wasm: () => counted(wasm, made) });
}

interface Setting {
  readonly folder: string;
  readonly devices: Devices;
  /** Milliseconds per step, by the number of networks made before. */
  readonly speeds?: readonly number[];
  readonly made?: readonly string[];
}

function workbench(t: TestContext, { folder, devices, speeds = [], made = [] }: Setting) {
  const reports: Report[] = [];
  let now = 0;
  const parts = { ...devicePartsIn(folder, devices), clock: () => (now += speeds[made.length - 1] ?? 1) };
  const stop = new AbortController();
  t.after(() => stop.abort());
  const context = { report: (report: Report) => reports.push(report), signal: stop.signal };
  const notices = (): string[] => reports.flatMap((report) => (report.type === 'notice' ? [report.text] : []));
  return { parts, context, reports, notices, stop };
}

test('auto takes the fastest, says by how much, and remembers it', async (t) => {
  const folder = temporaryFolder(t);
  const made: string[] = [];
  const devices = await pair(made);
  const { parts, context, reports } = workbench(t, { folder, devices, speeds: [20, 10], made });
  const first = await chooseDevice(parts, 'auto', smallTrial, context);
  assert.equal(first.device.id, 'wasm');
  assert.equal(first.reason, '2.0 times as fast as WebGPU (10 ms against 20 ms a step), measured on 2026-11-24');
  assert.deepEqual(made, ['webgpu', 'wasm']);
  assert.equal(reports.filter(({ type }) => type === 'preparing_network').length, 2);
  const again = await chooseDevice(parts, 'auto', smallTrial, context);
  assert.deepEqual([again.device.id, again.reason, made.length], ['wasm', first.reason, 2]);
  assert.equal((await recallDevice(parts, 'auto', smallTrial, context)).id, 'wasm');
});

test('another network, or a device with another driver, is measured anew', async (t) => {
  const folder = temporaryFolder(t);
  const made: string[] = [];
  const { parts, context } = workbench(t, { folder, devices: await pair(made), made });
  await chooseDevice(parts, 'auto', smallTrial, context);
  await chooseDevice(parts, 'auto', { ...smallTrial, batchSize: 8 }, context);
  assert.equal(made.length, 4);
  const newer = await pair(made, { versions: { driver: '2' } });
  await chooseDevice({ ...parts, devices: newer }, 'auto', smallTrial, context);
  assert.equal(made.length, 6);
});

test('the only device is not measured, and one that imitates a GPU does not count', async (t) => {
  const made: string[] = [];
  const devices = await pair(made, { software: true });
  const { parts, context, notices } = workbench(t, { folder: temporaryFolder(t), devices });
  const { device, reason } = await chooseDevice(parts, 'auto', smallTrial, context);
  assert.deepEqual([device.id, reason, made], ['wasm', 'the only one usable', []]);
  assert.deepEqual(notices(), ['It is missing. Fetch it. WebAssembly is used instead.']);
});

test('a device that is asked for by name is opened, nothing else', async (t) => {
  const devices = ladder({ tensorflow: missing, webgpu: missing });
  const { parts, context } = workbench(t, { folder: temporaryFolder(t), devices });
  const { device, reason } = await chooseDevice(parts, 'wasm', smallTrial, context);
  assert.deepEqual([device.id, reason], ['wasm', null]);
  await assert.rejects(chooseDevice(parts, 'webgpu', smallTrial, context), /It is missing/);
});

test('a device that fails while it is measured is left out', async (t) => {
  const made: string[] = [];
  const createNetwork = (): Promise<never> => Promise.reject(new PawlabError('out-of-memory', 'It is full.', ''));
  const devices = await pair(made, { createNetwork });
  const { parts, context, notices } = workbench(t, { folder: temporaryFolder(t), devices });
  assert.equal((await chooseDevice(parts, 'auto', smallTrial, context)).device.id, 'wasm');
  assert.match(
    notices()[0] ?? '',
    /^a copy \(webgpu\) is left out, for it failed while it was measured: It is full\.$/,
  );
});

test('prediction measures nothing and takes the first that opens', async (t) => {
  const made: string[] = [];
  const { parts, context } = workbench(t, { folder: temporaryFolder(t), devices: await pair(made) });
  assert.equal((await recallDevice(parts, 'auto', smallTrial, context)).id, 'webgpu');
  assert.deepEqual(made, []);
});

test('a damaged file is as good as none, and is mended', async (t) => {
  const folder = temporaryFolder(t);
  const { parts, context } = workbench(t, { folder, devices: await pair([]) });
  for (const damaged of ['{"version":1,"trying"', '{"version":9}', '']) {
    writeFileSync(join(folder, 'devices.json'), damaged);
    await chooseDevice(parts, 'auto', smallTrial, context);
    assert.equal(Object.keys(memoryIn(folder).races).length, 1);
  }
});

test('stops on the signal, and nobody has crashed then', async (t) => {
  const folder = temporaryFolder(t);
  const { parts, context, stop } = workbench(t, { folder, devices: await pair([]) });
  const breathe = (): Promise<void> => {
    stop.abort(new Error('enough'));
    return Promise.resolve();
  };
  await assert.rejects(chooseDevice({ ...parts, breathe }, 'auto', smallTrial, context), /enough/);
  assert.deepEqual([memoryIn(folder).trying, memoryIn(folder).crashed], [{}, {}]);
});

test('a device that ends the process is left out from then on, until it is asked for', async (t) => {
  const folder = temporaryFolder(t);
  await crash(folder);
  const { parts, context, notices } = workbench(t, { folder, devices: await pair([]) });
  assert.equal((await chooseDevice(parts, 'auto', smallTrial, context)).device.id, 'wasm');
  assert.match(
    notices().join('\n'),
    /WebGPU ended the program on 2026-11-24 .* It is tried again when it is chosen by name\./,
  );
  assert.equal((await recallDevice(parts, 'auto', smallTrial, context)).id, 'wasm');
  assert.equal((await chooseDevice(parts, 'webgpu', smallTrial, context)).device.id, 'webgpu');
  assert.deepEqual(memoryIn(folder).crashed, {});
});

test('what another process is trying has not crashed', async (t) => {
  const folder = temporaryFolder(t);
  const trying = { webgpu: `${process.ppid} 1` };
  writeFileSync(join(folder, 'devices.json'), JSON.stringify({ version: 1, trying, crashed: {}, races: {} }));
  const { parts, context } = workbench(t, { folder, devices: await pair([]) });
  assert.equal((await recallDevice(parts, 'auto', smallTrial, context)).id, 'webgpu');
});

interface Memory {
  readonly trying: object;
  readonly crashed: object;
  readonly races: object;
}

const memoryIn = (folder: string): Memory => JSON.parse(readFileSync(join(folder, 'devices.json'), 'utf8')) as Memory;

/** A process in which WebGPU crashes. */
async function crash(folder: string): Promise<void> {
  const program = join(import.meta.dirname, '..', 'support', 'crashing-device.ts');
  const failed = await new Promise<boolean>((resolve) => {
    execFile(process.execPath, [program, folder], (error) => resolve(error !== null));
  });
  assert.ok(failed);
  assert.deepEqual(Object.keys(memoryIn(folder).trying), ['webgpu']);
}
