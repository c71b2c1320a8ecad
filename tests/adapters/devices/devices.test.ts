import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createDevices } from '../../../src/adapters/devices/devices.ts';
import { createEagerNetwork } from '../../../src/engine/eager/network.ts';

test('a device is opened once', async () => {
  const devices = createDevices({ createNetwork: createEagerNetwork });
  assert.equal(await devices.open('wasm'), await devices.open('wasm'));
});
