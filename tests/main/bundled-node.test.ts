import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { nodeFor } from '../../src/main/bundled-node.ts';

const root = join(import.meta.dirname, '..', '..');
const here = { platform: process.platform, arch: process.arch, packaged: false, root, resources: '/resources' };

describe('the Node of the engine', () => {
  it('is there on this machine', () => assert.equal(existsSync(nodeFor(here)), true));
  it('comes from the resources of an installed program', () =>
    assert.equal(nodeFor({ ...here, platform: 'win32', packaged: true }), join('/resources', 'node', 'node.exe')));
  it('is the one on PATH where a platform has none bundled', () =>
    assert.equal(nodeFor({ ...here, platform: 'freebsd' }), 'node'));
});
