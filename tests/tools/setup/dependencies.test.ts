import assert from 'node:assert/strict';
import { test } from 'node:test';
import { toolUrl } from '../run-tool.ts';

interface LockFile {
  packages?: Record<string, { version: string; integrity?: string; optional?: boolean }>;
}
const { agree } = (await import(toolUrl('setup/dependencies.mjs'))) as {
  agree: (locked: LockFile, installed: LockFile) => boolean;
};

const locked: LockFile = {
  packages: {
    '': { version: '1.0.0' },
    'node_modules/a': { version: '2.0.0', integrity: 'sha512-a' },
    'node_modules/for-macos': { version: '3.0.0', integrity: 'sha512-m', optional: true },
  },
};
const a = { version: '2.0.0', integrity: 'sha512-a' };

void test('what is installed agrees with the lock file, packages of other platforms aside', () => {
  assert.equal(agree(locked, { packages: { 'node_modules/a': a } }), true);
});

void test('a missing package, another version and other content do not agree', () => {
  assert.equal(agree(locked, {}), false);
  assert.equal(agree(locked, { packages: { 'node_modules/a': { ...a, version: '2.0.1' } } }), false);
  assert.equal(agree(locked, { packages: { 'node_modules/a': { ...a, integrity: 'sha512-b' } } }), false);
});

void test('an optional package of another version does not agree', () => {
  const old = { version: '2.9.0', integrity: 'sha512-m' };
  assert.equal(agree(locked, { packages: { 'node_modules/a': a, 'node_modules/for-macos': old } }), false);
});
