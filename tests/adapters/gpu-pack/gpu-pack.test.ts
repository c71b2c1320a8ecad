import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { test, type TestContext } from 'node:test';
import { tensorFlowFolder } from '../../../src/adapters/gpu-pack/folders.ts';
import { createGpuPack } from '../../../src/adapters/gpu-pack/gpu-pack.ts';
import { PawlabError, type ErrorCode } from '../../../src/contract/errors.ts';
import { Stopped } from '../../../src/engine/stop.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';
import { breakOff, cannotInstall, install, openShop, type Shop } from './wheel-server.ts';

const skip = cannotInstall();

const testInstalling = (name: string, body: (shop: Shop, t: TestContext) => Promise<void>): void =>
  void test(name, { skip }, async (t) => body(await openShop(t), t));

const fails = (code: ErrorCode, words: RegExp) => (error: unknown) => {
  assert.ok(error instanceof PawlabError, String(error));
  assert.equal(error.code, code);
  assert.match(`${error.message} ${error.remedy}`, words);
  return true;
};

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);

/** Nothing but the whole pack lies there. */
async function assertWhole({ pack, data }: Shop): Promise<void> {
  const { state, folder, toFetch } = await pack.status();
  assert.deepEqual([state, toFetch], ['installed', 0]);
  assert.deepEqual(
    readdirSync(dirname(folder)).map((name) => join(dirname(folder), name)),
    [folder],
  );
  assert.equal(statSync(join(folder, 'tensorflow/libtensorflow_cc.so.2')).size, 300_000);
  assert.equal(statSync(join(folder, 'nvidia/cuda_nvcc/lib/libtool.so.12')).size, 300_000);
  assert.equal(tensorFlowFolder({ PAWLAB_DATA: data, PAWLAB_TENSORFLOW: '/cpu' }), join(folder, 'tensorflow'));
}

async function assertNotWhole({ pack, data }: Shop): Promise<void> {
  assert.notEqual((await pack.status()).state, 'installed');
  assert.equal(tensorFlowFolder({ PAWLAB_DATA: data, PAWLAB_TENSORFLOW: '/cpu' }), '/cpu');
}

testInstalling('a fresh installation unpacks what is needed, with the addon and a manifest', async (shop) => {
  assert.equal((await shop.pack.status()).state, 'absent');
  const total = sum(shop.wheels.map(({ bytes }) => bytes));
  const { fetched, progress, unpacked } = await install(shop.pack);
  assert.equal(fetched, total);
  assert.deepEqual(unpacked, ['tensorflow', 'nvidia-cuda-nvcc-cu12']);
  assert.deepEqual(progress.at(-1), { file: 'nvidia-cuda-nvcc-cu12', done: total, total });
  assert.ok(progress.every(({ done }, at) => done >= (progress[at - 1]?.done ?? 0)));
  await assertWhole(shop);
  const { folder } = await shop.pack.status();
  const manifest: unknown = JSON.parse(readFileSync(join(folder, 'tensorflow/manifest.json'), 'utf8'));
  assert.deepEqual(manifest, { version: '2.20.0', variant: 'cuda', package: 'tensorflow' });
  assert.equal(readFileSync(join(folder, 'tensorflow/tfjs_binding.node'), 'utf8'), 'addon');
  assert.equal(statSync(join(folder, 'nvidia/cuda_nvcc/bin/ptxas')).mode & 0o111, 0o111);
  for (const left of ['tensorflow/python', 'nvidia/cuda_nvcc/include'])
    assert.ok(!existsSync(join(folder, left)), left);
});

testInstalling('an installation that is there already fetches nothing', async (shop) => {
  await install(shop.pack);
  shop.served.length = 0;
  assert.equal((await install(shop.pack)).fetched, 0);
  assert.deepEqual(shop.served, []);
});

testInstalling('a stopped installation goes on where it was, wheels and parts of them', async (shop) => {
  const [first, second] = shop.wheels;
  assert.ok(first && second);
  const stopped = install(shop.pack, ({ done }) => done > first.bytes);
  await assert.rejects(stopped, Stopped);
  await assertNotWhole(shop);
  const { state, toFetch } = await shop.pack.status();
  assert.equal(state, 'begun');
  assert.ok(toFetch > 0 && toFetch < second.bytes, `${toFetch} of ${second.bytes} bytes left`);
  shop.served.length = 0;
  assert.equal((await install(shop.pack)).fetched, toFetch);
  assert.deepEqual(shop.served, [{ file: second.file, range: `bytes=${second.bytes - toFetch}-` }]);
  await assertWhole(shop);
});

testInstalling('a connection that breaks is taken up again by itself', async (shop) => {
  shop.manners.holdAfter = 100_000;
  await install(shop.pack, () => {
    breakOff(shop.manners);
    return false;
  });
  assert.ok(shop.served.filter(({ range }) => range !== null).length >= 4);
  await assertWhole(shop);
});

testInstalling('from a server without ranges a stopped file is fetched anew', async (shop) => {
  shop.manners.ranges = false;
  await assert.rejects(
    install(shop.pack, ({ done }) => done > 0),
    Stopped,
  );
  assert.equal((await shop.pack.status()).state, 'begun');
  await install(shop.pack);
  await assertWhole(shop);
});

testInstalling(
  'a file with another hash is refused and deleted; the right one is taken the next time',
  async (shop) => {
    const [wheel] = shop.wheels;
    assert.ok(wheel);
    const path = join(shop.files, wheel.file);
    const right = readFileSync(path);
    writeFileSync(path, Buffer.from(right).fill(0, 1000, 1010));
    await assert.rejects(
      install(shop.pack),
      fails('download-altered', /tensorflow 1\.0 is not the pinned file.*deleted/),
    );
    await assertNotWhole(shop);
    assert.equal((await shop.pack.status()).bytes, 0);
    writeFileSync(path, right);
    await install(shop.pack);
    await assertWhole(shop);
  },
);

testInstalling('pip fetches by itself where it names no address', async (shop) => {
  writeFileSync(join(shop.bin, 'names-no-address'), '');
  await install(shop.pack);
  assert.deepEqual(shop.served, []);
  await assertWhole(shop);
});

testInstalling("a failed download says pip's reason and keeps what there is", async (shop) => {
  const [first] = shop.wheels;
  assert.ok(first);
  await assert.rejects(
    install(shop.pack, ({ done }) => done > first.bytes),
    Stopped,
  );
  const { bytes } = await shop.pack.status();
  for (const name of ['names-no-address', 'fails']) writeFileSync(join(shop.bin, name), '');
  await assert.rejects(install(shop.pack), fails('download-failed', /nvcc-cu12 1\.0 could not.*No matching.*goes on/));
  assert.equal((await shop.pack.status()).bytes, bytes);
  for (const name of ['names-no-address', 'fails']) rmSync(join(shop.bin, name));
  await install(shop.pack);
  await assertWhole(shop);
});

testInstalling('a server that refuses leaves it to pip, whose failure is told', async (shop) => {
  shop.manners.status = 403;
  await assert.rejects(install(shop.pack), fails('download-failed', /tensorflow 1\.0 could not be fetched/));
  assert.equal(shop.served.length, 1);
});

testInstalling('too little disk is said before anything is fetched', async (shop) => {
  const wheels = shop.wheels.map((wheel) => ({ ...wheel, unpacked: 1e18 }));
  await assert.rejects(
    install(shop.open({ wheels })),
    fails('disk-full', /needs 2000000000\.0 GB.*are free.*PAWLAB_DATA/),
  );
  assert.deepEqual(shop.served, []);
});

testInstalling('without Python or TensorFlow for the CPU it says what to install', async (shop, t) => {
  const bare = shop.open({ environment: { PATH: temporaryFolder(t) } });
  await assert.rejects(install(bare), fails('python-missing', /Python 3 with pip.*python3-pip/));
  await assert.rejects(install(shop.open({ addonFolder: '' })), fails('device-unavailable', /npm run setup/));
  await assert.rejects(install(shop.open({ addonFolder: shop.files })), fails('device-unavailable', /holds another/));
});

testInstalling('two at once are kept apart, and so is removing', async (shop) => {
  let [other, removing]: [unknown, unknown] = [null, null];
  const seen: Promise<unknown>[] = [];
  await install(shop.pack, () => {
    if (seen.length > 0) return false;
    seen.push(install(shop.open()).catch((error: unknown) => (other = error)));
    seen.push(
      shop
        .open()
        .remove()
        .catch((error: unknown) => (removing = error)),
    );
    return false;
  });
  await Promise.all(seen);
  for (const error of [other, removing]) assert.ok(fails('gpu-pack-busy', /Another Pawlab/)(error));
  await assertWhole(shop);
});

testInstalling('what a killed installation left is removed', async (shop) => {
  const { folder } = await shop.pack.status();
  const leftovers = [`${folder}.installing/unpacking/1/tensorflow`, `${folder}.removing`, folder];
  for (const left of leftovers) {
    mkdirSync(left, { recursive: true });
    writeFileSync(join(left, 'half'), 'half');
  }
  await install(shop.pack);
  await assertWhole(shop);
});

testInstalling('remove deletes all of it, tells how much, and can be repeated', async (shop) => {
  assert.equal(await shop.pack.remove(), 0);
  await install(shop.pack);
  const { bytes, folder } = await shop.pack.status();
  assert.ok(bytes > 600_000);
  assert.equal(await shop.pack.remove(), bytes);
  assert.deepEqual(readdirSync(dirname(folder)), []);
  assert.equal(await shop.pack.remove(), 0);
  await assert.rejects(
    install(shop.pack, ({ done }) => done > 0),
    Stopped,
  );
  assert.ok((await shop.pack.remove()) > 0);
  assert.deepEqual(readdirSync(dirname(folder)), []);
  await assertNotWhole(shop);
});

test('on other systems there is no pack, and it says so', async (t) => {
  const dataFolder = temporaryFolder(t);
  for (const [platform, arch] of [
    ['darwin', 'arm64'],
    ['linux', 'arm64'],
    ['win32', 'x64'],
  ] as const) {
    const pack = createGpuPack({ dataFolder, addonFolder: '', platform, arch });
    assert.equal((await pack.status()).state, 'unsupported');
    await assert.rejects(install(pack), fails('gpu-pack-unsupported', /no GPU pack for .*Linux on x64.*pawlab doctor/));
    assert.equal(await pack.remove(), 0);
  }
});

test('PAWLAB_NO_TENSORFLOW switches the pack off too', (t) => {
  const data = temporaryFolder(t);
  assert.equal(tensorFlowFolder({ PAWLAB_DATA: data }), '');
  assert.equal(tensorFlowFolder({ PAWLAB_DATA: data, PAWLAB_TENSORFLOW: '/cpu' }), '/cpu');
  assert.equal(tensorFlowFolder({ PAWLAB_DATA: data, PAWLAB_TENSORFLOW: '/cpu', PAWLAB_NO_TENSORFLOW: '1' }), '');
});

testInstalling('a file of another size is no reason to try for ever', async (shop) => {
  const [wheel] = shop.wheels;
  assert.ok(wheel);
  const path = join(shop.files, wheel.file);
  const right = readFileSync(path);
  writeFileSync(path, Buffer.concat([right, Buffer.alloc(10)]));
  await assert.rejects(install(shop.pack), fails('download-failed', /larger than the pinned/));
  writeFileSync(path, right.subarray(0, 1000));
  await assert.rejects(install(shop.pack), fails('download-failed', /could not be fetched/));
  writeFileSync(path, right);
  await install(shop.pack);
  await assertWhole(shop);
});
