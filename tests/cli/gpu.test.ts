import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test, type TestContext } from 'node:test';
import { lineOf, pawlabIn, type Ended } from '../support/pawlab.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const supported = process.platform === 'linux' && process.arch === 'x64';

/** With a data folder of its own, and nothing to take the addon from. */
function gpu(t: TestContext, ...args: string[]): Promise<Ended> {
  const home = temporaryFolder(t);
  return pawlabIn(home, { PAWLAB_DATA: join(home, 'data'), PAWLAB_TENSORFLOW: '' }, 'gpu', ...args);
}

test('gpu says whether the pack is there and what installing would take', async (t) => {
  const ended = await gpu(t, '--json');
  assert.equal(ended.code, 0, ended.stderr);
  const { state, toFetch, needed } = lineOf(ended, 'gpu_pack');
  assert.equal(state, supported ? 'absent' : 'unsupported');
  assert.equal(toFetch, supported ? 2_442_480_323 : 0);
  assert.ok(Number(needed) >= (supported ? 4_000_000_000 : 0));
  assert.match((await gpu(t)).stdout, supported ? /not installed.*2,442 MB.*free disk/ : /no GPU pack for this/);
});

test('gpu install fails in words where it cannot begin', async (t) => {
  const ended = await gpu(t, 'install', '--json');
  assert.equal(ended.code, 1);
  assert.equal(lineOf(ended, 'failed')['code'], supported ? 'device-unavailable' : 'gpu-pack-unsupported');
  assert.match(ended.stderr, supported ? /npm run setup/ : /Linux on x64/);
});

test('gpu remove is safe where nothing is there', async (t) => {
  const ended = await gpu(t, 'remove', '--json');
  assert.equal(ended.code, 0, ended.stderr);
  assert.equal(lineOf(ended, 'gpu_pack_removed')['bytes'], 0);
});

test('a misspelled option is a usage error', async (t) => {
  const ended = await gpu(t, 'install', '--jsn');
  assert.equal(ended.code, 2);
  assert.match(ended.stderr, /unknown option/);
});
