import assert from 'node:assert/strict';
import { test } from 'node:test';
import { shortcutName, shortcutText, withCommandKey } from '../../../src/renderer/src/ui/shortcut-names.ts';

const none = { ctrlKey: false, metaKey: false, altKey: false, shiftKey: false };

test('a shortcut reads as the system calls its keys', () => {
  assert.equal(shortcutText('Ctrl+O', false), 'Ctrl+O');
  assert.equal(shortcutText('Ctrl+O', true), 'Cmd+O');
  assert.equal(shortcutText('Space', true), 'Space');
});

test('screen readers get the names of the standard', () => {
  assert.equal(shortcutName('Ctrl+Enter', false), 'Control+Enter');
  assert.equal(shortcutName('Ctrl+,', true), 'Meta+Comma');
  assert.equal(shortcutName('Esc', false), 'Escape');
});

test('the key of shortcuts counts only by itself', () => {
  assert.equal(withCommandKey({ ...none, ctrlKey: true }, false), true);
  assert.equal(withCommandKey({ ...none, metaKey: true }, false), false);
  assert.equal(withCommandKey({ ...none, metaKey: true }, true), true);
  assert.equal(withCommandKey({ ...none, ctrlKey: true, altKey: true }, false), false);
  assert.equal(withCommandKey(none, false), false);
});
