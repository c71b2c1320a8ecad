import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Command } from 'commander';
import { addSettings, givenSettings } from '../../src/cli/options.ts';
import { settingNames, settingTable, type Setting, type Settings } from '../../src/contract/settings.ts';

/** A command that throws what it would print. */
const command = (): Command =>
  addSettings(new Command('train'))
    .exitOverride()
    .configureOutput({ writeErr: () => undefined });

const given = (...args: string[]): Partial<Settings> => givenSettings(command().parse(args, { from: 'user' }).opts());

test('without options every setting keeps its default', () => {
  assert.deepEqual(given(), {});
});

test('a switch that is on by default can be turned off, one that is off turned on', () => {
  assert.deepEqual(given('--no-flip'), { flip: false });
  assert.deepEqual(given('--nesterov'), { nesterov: true });
});

test('numbers and choices arrive as their settings want them', () => {
  assert.deepEqual(given('--weight-decay', '0.01', '--optimizer', 'adamW'), { weightDecay: 0.01, optimizer: 'adamW' });
  assert.deepEqual(given('--schedule', 'onecycle', '--optimizer', 'ADAMW'), {
    schedule: 'oneCycle',
    optimizer: 'adamW',
  });
});

test('what is wrong is said with what would be right', () => {
  assert.throws(() => given('--optimizer', 'adagrad'), /Allowed choices are adam, adamW, sgd\./);
  assert.throws(() => given('--momentum', '1'), /It must be a number from 0 to 0\.999\./);
  assert.throws(() => given('--warm-up', ''), /It must be a number\./);
});

test('help names every setting with its default and what it needs', () => {
  const help = command().configureHelp({ helpWidth: 1000 }).helpInformation();
  for (const name of settingNames) {
    const setting: Setting = settingTable[name];
    if (setting.kind === 'choice') assert.ok(help.includes(`(choices: `), name);
    if (setting.kind !== 'switch') assert.ok(help.includes(`(default: ${setting.default}`), name);
  }
  assert.match(help, /--weight-decay <number> .*, only with --optimizer adamW \(default: 0\.004\)/);
  assert.match(help, /--nesterov .*, only with --optimizer sgd/);
});
