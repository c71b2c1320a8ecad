import * as v from 'valibot';
import type { Preferences } from '../contract/snapshot.ts';
import type { Folder } from '../engine/ports.ts';
import { userFile, type UserFile } from './user-file.ts';

const themes = ['system', 'light', 'dark'] as const;

const initial: Preferences = { theme: 'system' };

/** One damaged choice leaves the others as they are. */
const preferences = v.object({
  theme: v.fallback(v.optional(v.picklist(themes), initial.theme), initial.theme),
});

export const preferencesIn = (userData: Folder): UserFile<Preferences> =>
  userFile(userData, 'preferences.json', preferences, initial);

/** What of a change is a preference of this version, in range; the others stay. */
export function changedPreferences(known: Preferences, change: Partial<Preferences>): Preferences {
  const result = v.safeParse(v.partial(v.object({ theme: v.picklist(themes) })), change);
  return result.success
    ? { ...known, ...(result.output.theme === undefined ? {} : { theme: result.output.theme }) }
    : known;
}
