/**
 * What a person can set for a run: default, unit, range and source in one place. The command line, the window's form and
 * the validation are derived from this table.
 */
import { generalSettings } from './settings/general.ts';
import type { Setting, ValueOf } from './settings/kinds.ts';
import { optimizationSettings } from './settings/optimization.ts';
import { pictureSettings } from './settings/pictures.ts';

export {
  rangeOf,
  settingProblem,
  type ChoiceSetting,
  type NumberSetting,
  type Setting,
  type SwitchSetting,
} from './settings/kinds.ts';

export const settingTable = {
  ...generalSettings,
  ...optimizationSettings,
  ...pictureSettings,
} as const satisfies Record<string, Setting>;

export type SettingName = keyof typeof settingTable;

export type Settings = { readonly [Name in SettingName]: ValueOf<(typeof settingTable)[Name]> };

const table: Readonly<Record<SettingName, Setting>> = settingTable;

export const settingNames = Object.keys(settingTable) as readonly SettingName[];

export const defaultSettings = Object.fromEntries(
  settingNames.map((name) => [name, table[name].default]),
) as unknown as Settings;

/** Settings that were changed and do nothing, by their labels, each with what would make them count. */
export function idleSettings(settings: Settings): readonly { readonly label: string; readonly without: string }[] {
  const values: Readonly<Record<string, unknown>> = settings;
  return settingNames.flatMap((name) => {
    const { label, onlyWith, default: usual } = table[name];
    if (onlyWith === undefined || values[name] === usual) return [];
    const [other, choice] = onlyWith;
    return values[other] === choice ? [] : [{ label, without: `${other} ${choice}` }];
  });
}
