import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  defaultSettings,
  idleSettings,
  settingNames,
  settingProblem,
  settingTable,
  type Setting,
} from '../../src/contract/settings.ts';

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

test('the defaults train as the tutorial does', () => {
  const { optimizer, learningRate, schedule, warmUp, labelSmoothing, classWeights, clipNorm, averageDecay } =
    defaultSettings;
  assert.deepEqual([optimizer, learningRate, schedule, classWeights], ['adam', 0.001, 'constant', 'none']);
  assert.deepEqual([warmUp, labelSmoothing, clipNorm, averageDecay], [0, 0, 0, 0]);
});

test('a setting that counts only with another names one that is there, and a choice of it', () => {
  const table: Readonly<Record<string, Setting>> = settingTable;
  for (const name of settingNames) {
    const [other, choice] = table[name]?.onlyWith ?? [];
    if (other !== undefined) assert.equal(settingProblem(table[other] ?? settingTable.seed, choice), null, name);
  }
});

test('what was changed and does nothing is named with what it needs', () => {
  assert.deepEqual(idleSettings(defaultSettings), []);
  assert.deepEqual(idleSettings({ ...defaultSettings, optimizer: 'adamW', weightDecay: 0.1 }), []);
  assert.deepEqual(idleSettings({ ...defaultSettings, optimizer: 'sgd', weightDecay: 0.1, plateauPatience: 2 }), [
    { label: 'Weight decay', without: 'optimizer adamW' },
    { label: 'Plateau patience', without: 'schedule plateau' },
  ]);
});
