import assert from 'node:assert/strict';
import { test } from 'node:test';
import { settingTable } from '../../src/contract/settings.ts';
import { completeSettings, knownSettings } from '../../src/studio/given-settings.ts';

test('settings left out have their defaults', () => {
  const settings = completeSettings({ epochs: 3 });
  assert.equal(settings.epochs, 3);
  assert.equal(settings.batchSize, settingTable.batchSize.default);
  assert.deepEqual(Object.keys(settings).sort(), Object.keys(settingTable).sort());
});

test('a setting out of range is named with its value', () => {
  assert.throws(() => completeSettings({ epochs: 0 }), {
    code: 'setting-out-of-range',
    message: 'Epochs must be a whole number from 1 to 10000; it is 0.',
  });
});

test('of stored settings, those that are known and in range are kept', () => {
  assert.deepEqual(knownSettings({ epochs: 3, batchSize: 0, flip: 'yes', later: 1 }), { epochs: 3 });
});
