import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { temporaryFolder } from '../../support/temporary-folder.ts';
import { toolUrl } from '../run-tool.ts';

type Environment = Readonly<Record<string, string>>;

const { installedElectron, noDisplay } = (await import(toolUrl('setup/electron.mjs'))) as {
  installedElectron: (folder: string, env: Environment) => string | null;
  noDisplay: (env: Environment, platform: string) => string | null;
};

describe("Electron's runtime", () => {
  it('is not there before it was fetched', (t) => assert.equal(installedElectron(temporaryFolder(t), {}), null));

  it('is not there where only its name is', (t) => {
    const folder = temporaryFolder(t);
    writeFileSync(join(folder, 'path.txt'), 'electron');
    assert.equal(installedElectron(folder, {}), null);
  });

  it('is where its package put it', (t) => {
    const folder = temporaryFolder(t);
    writeFileSync(join(folder, 'path.txt'), 'electron');
    mkdirSync(join(folder, 'dist'));
    writeFileSync(join(folder, 'dist', 'electron'), '');
    assert.equal(installedElectron(folder, {}), join(folder, 'dist', 'electron'));
  });

  it('may be another', (t) => {
    const folder = temporaryFolder(t);
    const env = { ELECTRON_OVERRIDE_DIST_PATH: folder };
    assert.equal(installedElectron(folder, env), null);
    writeFileSync(join(folder, 'electron'), '');
    assert.equal(installedElectron(folder, env), join(folder, 'electron'));
  });
});

describe('a display', () => {
  for (const [platform, env] of [
    ['linux', { DISPLAY: ':0' }],
    ['linux', { WAYLAND_DISPLAY: 'wayland-0' }],
    ['darwin', {}],
    ['win32', {}],
  ] as const) {
    it(`is there on ${platform} with ${JSON.stringify(env)}`, () => assert.equal(noDisplay(env, platform), null));
  }
  it('is missing on Linux without either', () => assert.match(noDisplay({}, 'linux') ?? '', /no display/));
});
