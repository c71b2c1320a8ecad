/** The form of a run's settings, derived from the contract's table. */
import {
  defaultSettings,
  rangeOf,
  settingNames,
  settingProblem,
  settingTable,
  type Setting,
  type SettingName,
  type Settings,
} from '../../../../../contract/settings.ts';
import { presetName } from '../../../words/runs.ts';

const table: Readonly<Record<SettingName, Setting>> = settingTable;

export interface Field {
  readonly name: SettingName;
  readonly label: string;
  /** A sentence. */
  readonly help: string;
  readonly setting: Setting;
}

/** Texts of fields as a person typed them, where they are no value yet. */
export type Drafts = Readonly<Partial<Record<SettingName, string>>>;

export const commonNames: readonly SettingName[] = [
  'epochs',
  'batchSize',
  'pictureSize',
  'optimizer',
  'learningRate',
  'seed',
];

/** Chosen elsewhere: the preset on its card, augmentation beside its pictures in Data. */
const elsewhere: readonly SettingName[] = ['preset', 'shear', 'zoom', 'flip'];

export const sentence = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}`;

const fieldOf = (name: SettingName): Field => {
  const setting = table[name];
  return { name, label: setting.label, help: `${sentence(setting.help)}.`, setting };
};

/** Whether a setting does something, given the others. */
function counts({ setting: { onlyWith } }: Field, settings: Settings): boolean {
  if (onlyWith === undefined) return true;
  const others: Readonly<Record<string, unknown>> = settings;
  return others[onlyWith[0]] === onlyWith[1];
}

/** Fields of all settings that count and are set on this page. */
export const fieldsOf = (settings: Settings): readonly Field[] =>
  settingNames
    .filter((name) => !elsewhere.includes(name))
    .map(fieldOf)
    .filter((field) => counts(field, settings));

/** What a setting does, what it can be and what it usually is: for the field that has the focus. */
export function explained({ help, setting }: Field): string {
  const usual = `Usually ${String(setting.default)}.`;
  return setting.kind === 'number' ? `${help} From ${rangeOf(setting)}. ${usual}` : help;
}

export const commonFields: readonly Field[] = commonNames.map(fieldOf);

export const moreFields = (settings: Settings): readonly Field[] =>
  fieldsOf(settings).filter(({ name }) => !commonNames.includes(name));

/** A project's own settings over the defaults. */
export const completed = (own: Partial<Settings>): Settings => ({ ...defaultSettings, ...own });

/** What a person's text means as a value: a number as written, with a comma or a point; NaN is none. */
export function parsed(setting: Setting, text: string): unknown {
  if (setting.kind !== 'number') return setting.kind === 'switch' ? text === 'true' : text;
  const written = text
    .trim()
    .replace(/[\s\u00a0\u202f]/g, '')
    .replace(',', '.');
  return written === '' ? NaN : Number(written);
}

/** As a field shows it. */
export const textOf = (value: Settings[SettingName]): string => String(value);

/** What is wrong with a text, as a sentence without its subject ("Must be …"); null: nothing. */
export function problemOf(name: SettingName, text: string): string | null {
  const problem = settingProblem(table[name], parsed(table[name], text));
  return problem === null ? null : `${sentence(problem)}.`;
}

/** Why the training can't be started: the first field that is wrong, named. */
export function formProblem(drafts: Drafts): string | null {
  for (const name of settingNames) {
    const problem = settingProblemOf(name, drafts[name]);
    if (problem !== null) return `${table[name].label} ${problem}.`;
  }
  return null;
}

const settingProblemOf = (name: SettingName, draft: string | undefined): string | null =>
  draft === undefined ? null : settingProblem(table[name], parsed(table[name], draft));

/** A copy that lacks one of its entries. */
export const without = <T extends object>(from: T, name: SettingName): T =>
  Object.fromEntries(Object.entries(from).filter(([each]) => each !== name)) as T;

/** One setting changed; back at its default it is no longer a person's own. */
export function withSetting(own: Partial<Settings>, name: SettingName, value: unknown): Partial<Settings> {
  return value === defaultSettings[name] ? without(own, name) : { ...own, [name]: value };
}

/** Settings on this page that aren't the preset's. */
export const changedNames = (settings: Settings): readonly SettingName[] =>
  fieldsOf(settings)
    .map(({ name }) => name)
    .filter((name) => settings[name] !== defaultSettings[name]);

/** A person's settings without those of this page: what Reset leaves. */
export function withoutPage(own: Partial<Settings>): Partial<Settings> {
  const kept = Object.entries(own).filter(([name]) => elsewhere.some((each) => each === name));
  return Object.fromEntries(kept);
}

/** How people write what the table can only name. */
const choiceNames: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  optimizer: { adam: 'Adam', adamW: 'AdamW', sgd: 'SGD with momentum' },
  schedule: { constant: 'Constant', cosine: 'Cosine', oneCycle: 'One cycle', plateau: 'On a plateau' },
  classWeights: { none: 'None', balanced: 'Balanced' },
  resampling: { antialiased: 'Antialiased', nearest: 'Nearest pixel' },
};

export const choiceName = (name: SettingName, choice: string): string =>
  choiceNames[name]?.[choice] ?? sentence(choice);

export function valueWords(name: SettingName, settings: Settings): string {
  const value = settings[name];
  if (typeof value === 'boolean') return value ? 'on' : 'off';
  if (typeof value === 'number') return String(value);
  return name === 'preset' ? presetName(settings.preset) : choiceName(name, value).toLowerCase();
}
