import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createDevices } from '../../../src/adapters/devices/devices.ts';
import { createEagerNetwork } from '../../../src/engine/eager/network.ts';
import { createGraphNetwork } from '../../../src/engine/graph/network.ts';

test('a device is opened once', async () => {
  const devices = createDevices({ eager: createEagerNetwork, graph: createGraphNetwork });
  assert.equal(await devices.open('wasm'), await devices.open('wasm'));
});
