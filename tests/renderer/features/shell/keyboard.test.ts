import assert from 'node:assert/strict';
import { test } from 'node:test';
import { windowKeyOf } from '../../../../src/renderer/src/features/shell/keyboard.ts';

const command = (key: string) => windowKeyOf({ key, command: true });
const plain = (key: string) => windowKeyOf({ key, command: false });

test('digits go to steps, in the order of the rail', () => {
  assert.deepEqual(command('1'), { kind: 'step', step: 'data' });
  assert.deepEqual(command('4'), { kind: 'step', step: 'runs' });
  assert.equal(command('5'), null);
  assert.equal(command('0'), null);
  assert.equal(plain('1'), null);
});

test('Enter, O, N and T press the buttons that show them', () => {
  assert.deepEqual(command('Enter'), { kind: 'shortcut', shortcut: 'Ctrl+Enter' });
  assert.deepEqual(command('o'), { kind: 'shortcut', shortcut: 'Ctrl+O' });
  assert.deepEqual(command('N'), { kind: 'shortcut', shortcut: 'Ctrl+N' });
  assert.equal(plain('Enter'), null);
  assert.equal(command('c'), null);
});

test('settings and shortcuts open', () => {
  assert.deepEqual(command(','), { kind: 'dialog', dialog: 'settings' });
  assert.deepEqual(plain('F1'), { kind: 'dialog', dialog: 'shortcuts' });
});
