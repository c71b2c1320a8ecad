import assert from 'node:assert/strict';
import { test } from 'node:test';
import { settingProblem, settingTable } from '../../src/contract/settings.ts';

test('every default is within its own range', () => {
  for (const setting of Object.values(settingTable)) assert.equal(settingProblem(setting, setting.default), null);
});

test('what is wrong is said with the range', () => {
  assert.equal(settingProblem(settingTable.epochs, 0), 'must be a whole number from 1 to 10000');
  assert.equal(settingProblem(settingTable.batchSize, 1.5), 'must be a whole number from 1 to 1024 pictures');
  assert.equal(settingProblem(settingTable.learningRate, NaN), 'must be a number from 1e-7 to 1');
  assert.equal(settingProblem(settingTable.learningRate, '0.1'), 'must be a number from 1e-7 to 1');
  assert.equal(settingProblem(settingTable.flip, 1), 'must be on or off');
  assert.equal(settingProblem(settingTable.resampling, 'cubic'), 'must be antialiased or nearest');
});
