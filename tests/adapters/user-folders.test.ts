import assert from 'node:assert/strict';
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { test } from 'node:test';
import { projectsFolder, userCacheFolder, userDataFolder } from '../../src/adapters/user-folders.ts';

test('each system has its own place for what can be made again', () => {
  assert.equal(userCacheFolder({}, 'linux'), join(homedir(), '.cache', 'pawlab'));
  assert.equal(userCacheFolder({ XDG_CACHE_HOME: '/fast' }, 'linux'), join(resolve('/fast'), 'pawlab'));
  assert.equal(userCacheFolder({}, 'darwin'), join(homedir(), 'Library', 'Caches', 'pawlab'));
  assert.equal(userCacheFolder({ LOCALAPPDATA: '/local' }, 'win32'), join(resolve('/local'), 'pawlab', 'Cache'));
});

test('PAWLAB_CACHE and PAWLAB_HOME come first, unless they are empty', () => {
  for (const platform of ['linux', 'darwin', 'win32'] as const) {
    assert.equal(userCacheFolder({ PAWLAB_CACHE: '/mine', XDG_CACHE_HOME: '/other' }, platform), resolve('/mine'));
  }
  assert.equal(userCacheFolder({ PAWLAB_CACHE: '' }, 'linux'), join(homedir(), '.cache', 'pawlab'));
  assert.equal(projectsFolder({ PAWLAB_HOME: '/projects' }), resolve('/projects'));
  assert.equal(projectsFolder({}), join(homedir(), 'Pawlab'));
});

test('what was fetched for good lies in the data folder, PAWLAB_DATA first', () => {
  assert.equal(userDataFolder({}, 'linux'), join(homedir(), '.local', 'share', 'pawlab'));
  assert.equal(userDataFolder({ XDG_DATA_HOME: '/big' }, 'linux'), join(resolve('/big'), 'pawlab'));
  assert.equal(userDataFolder({}, 'darwin'), join(homedir(), 'Library', 'Application Support', 'pawlab'));
  assert.equal(userDataFolder({ LOCALAPPDATA: '/local' }, 'win32'), join(resolve('/local'), 'pawlab', 'Data'));
  assert.equal(userDataFolder({ PAWLAB_DATA: '/mine', XDG_DATA_HOME: '/big' }, 'linux'), resolve('/mine'));
});
