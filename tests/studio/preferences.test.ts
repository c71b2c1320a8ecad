import assert from 'node:assert/strict';
import { test } from 'node:test';
import { changedPreferences, preferencesIn } from '../../src/studio/preferences.ts';
import { memoryFolder } from '../support/memory-folders.ts';

test('preferences begin with their defaults and are kept', async () => {
  const files = new Map<string, string>();
  const folder = memoryFolder('/data', files);
  const preferences = preferencesIn(folder);
  assert.deepEqual(await preferences.read(), { theme: 'system' });
  await preferences.change((known) => changedPreferences(known, { theme: 'dark' }));
  assert.deepEqual(await preferencesIn(folder).read(), { theme: 'dark' });
});

test('a damaged file, or a theme of another version, is as good as none', async () => {
  for (const text of ['{', '[]', '{"theme":"pink","later":1}']) {
    const folder = memoryFolder('/data', new Map([['/data/preferences.json', text]]));
    assert.deepEqual(await preferencesIn(folder).read(), { theme: 'system' });
  }
});

test('what is no preference changes nothing', () => {
  const wrong = { theme: 'pink' } as unknown as { theme: 'dark' };
  assert.deepEqual(changedPreferences({ theme: 'light' }, wrong), { theme: 'light' });
  assert.deepEqual(changedPreferences({ theme: 'light' }, {}), { theme: 'light' });
});
