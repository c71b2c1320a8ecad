/** Settings of a run in words, and what differs from the tutorial's. */
import {
  defaultSettings,
  settingNames,
  settingTable,
  type Setting,
  type SettingName,
  type Settings,
} from '../../../../contract/settings.ts';
import { presetName } from '../../words/runs.ts';

const table: Readonly<Record<SettingName, Setting>> = settingTable;

/** How people write what the table can only name. */
const choiceNames: Readonly<Record<string, string>> = {
  adam: 'Adam',
  adamW: 'AdamW',
  sgd: 'SGD',
  oneCycle: 'one cycle',
};

const inLocale = (value: number): string => value.toLocaleString(undefined, { maximumSignificantDigits: 6 });

/** 0.001, 64 × 64 pixels, on, AdamW */
export function valueWords(name: SettingName, settings: Settings): string {
  const value = settings[name];
  if (typeof value === 'boolean') return value ? 'on' : 'off';
  if (typeof value === 'string') return name === 'preset' ? presetName(settings.preset) : (choiceNames[value] ?? value);
  if (name === 'pictureSize') return `${value}\u00a0×\u00a0${value} pixels`;
  if (name === 'seed') return String(value);
  const setting = table[name];
  const unit = setting.kind === 'number' ? setting.unit : null;
  if (value === 0 && offAtZero.has(name)) return 'off';
  return unit === null ? inLocale(value) : `${inLocale(value)}\u00a0${unit}`;
}

/** Settings that do nothing at 0. */
const offAtZero: ReadonlySet<SettingName> = new Set([
  'warmUp',
  'labelSmoothing',
  'clipNorm',
  'averageDecay',
  'shear',
  'zoom',
]);

export const settingLabel = (name: SettingName): string => table[name].label;

/** Whether a setting does something, given the others. */
function counts(name: SettingName, settings: Settings): boolean {
  const { onlyWith } = table[name];
  if (onlyWith === undefined) return true;
  const others: Readonly<Record<string, unknown>> = settings;
  return others[onlyWith[0]] === onlyWith[1];
}

/** Those that do something, in the table's order. */
export const countingSettings = (settings: Settings): readonly SettingName[] =>
  settingNames.filter((name) => counts(name, settings));

/** In which settings two runs differ, leaving out what does nothing in both. */
export const differingSettings = (one: Settings, other: Settings): readonly SettingName[] =>
  settingNames.filter((name) => one[name] !== other[name] && (counts(name, one) || counts(name, other)));

const augmentation: readonly SettingName[] = ['shear', 'zoom', 'flip'];

const notAugmented = ({ shear, zoom, flip }: Settings): boolean => shear === 0 && zoom === 0 && !flip;

function differenceWords(name: SettingName, settings: Settings): string {
  switch (name) {
    case 'epochs':
      return `${inLocale(settings.epochs)} epoch${settings.epochs === 1 ? '' : 's'}`;
    case 'preset':
    case 'pictureSize':
    case 'optimizer':
      return valueWords(name, settings);
    default:
      return `${settingLabel(name).toLowerCase()} ${valueWords(name, settings)}`;
  }
}

/** 40 epochs, 128 × 128 pixels, no augmentation. `as in the tutorial` where nothing differs. */
export function differsFromTutorial(settings: Settings): string {
  const differing = differingSettings(settings, defaultSettings).filter((name) => counts(name, settings));
  const plain = notAugmented(settings);
  const words = differing
    .filter((name) => !(plain && augmentation.includes(name)))
    .map((name) => differenceWords(name, settings));
  if (plain) words.push('no augmentation');
  return words.length === 0 ? 'as in the tutorial' : words.join(', ');
}
