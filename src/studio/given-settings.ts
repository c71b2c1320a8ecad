import { PawlabError } from '../contract/errors.ts';
import { defaultSettings, settingNames, settingProblem, settingTable, type Settings } from '../contract/settings.ts';

/** Those that this version knows and that are in range. */
export function knownSettings(given: Readonly<Record<string, unknown>>): Partial<Settings> {
  const known = settingNames.filter(
    (name) => name in given && settingProblem(settingTable[name], given[name]) === null,
  );
  return Object.fromEntries(known.map((name) => [name, given[name]]));
}

/** The given settings over the defaults. Throws `setting-out-of-range`, naming the setting. */
export function completeSettings(given: Partial<Settings>): Settings {
  requireInRange(given);
  return { ...defaultSettings, ...given };
}

/** Throws `setting-out-of-range`, naming the setting. */
export function requireInRange(given: Partial<Settings>): void {
  const problem = settingsProblem({ ...defaultSettings, ...given });
  if (problem !== null) throw new PawlabError('setting-out-of-range', problem, 'Choose a value in that range.');
}

/** The first setting that is out of range, as a sentence; null where all are fine. */
export function settingsProblem(values: Settings): string | null {
  for (const name of settingNames) {
    const problem = settingProblem(settingTable[name], values[name]);
    if (problem !== null) return `${settingTable[name].label} ${problem}; it is ${String(values[name])}.`;
  }
  return null;
}
