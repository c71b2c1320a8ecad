import { resolve } from 'node:path';
import { Command, InvalidArgumentError, Option } from 'commander';
import { deviceChoices } from '../contract/devices.ts';
import {
  rangeOf,
  settingProblem,
  settingTable,
  type NumberSetting,
  type Setting,
  type SettingName,
  type Settings,
} from '../contract/settings.ts';

const names = Object.keys(settingTable) as SettingName[];

/** batchSize → batch-size */
const flagOf = (name: SettingName): string => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

function parse(setting: NumberSetting, text: string): number {
  const value = Number(text);
  const problem = text.trim() === '' ? 'must be a number' : settingProblem(setting, value);
  if (problem !== null) throw new InvalidArgumentError(`It ${problem}.`);
  return value;
}

/** Adds an option for each setting of the table: `--epochs <number>`, `--no-flip`. */
export function addSettings(command: Command): Command {
  for (const name of names) {
    const setting: Setting = settingTable[name];
    if (setting.kind === 'switch') {
      command.addOption(new Option(`--no-${flagOf(name)}`, `don't ${setting.help}`));
      continue;
    }
    const range = setting.kind === 'number' ? ` (${rangeOf(setting)})` : '';
    const help = `${setting.help}${range} (default: ${setting.default})`;
    const option = new Option(`--${flagOf(name)} <${setting.kind === 'number' ? 'number' : 'name'}>`, help);
    if (setting.kind === 'choice') option.choices([...setting.choices]);
    else option.argParser((text) => parse(setting, text));
    command.addOption(option);
  }
  return command;
}

/** The settings among the options that were given; the others keep their defaults. */
export function givenSettings(options: Readonly<Record<string, unknown>>): Partial<Settings> {
  const given = names.filter(
    (name) => options[name] !== undefined && !(settingTable[name].kind === 'switch' && options[name] === true),
  );
  return Object.fromEntries(given.map((name) => [name, options[name]]));
}

/** A share with its ends excluded. */
export function share(text: string): number {
  const value = Number(text);
  if (!(value > 0 && value < 1)) throw new InvalidArgumentError('It must be a number between 0 and 1, such as 0.2.');
  return value;
}

/** A score from 0 to 1. */
export function score(text: string): number {
  const value = Number(text);
  if (text.trim() === '' || !(value >= 0 && value <= 1))
    throw new InvalidArgumentError('It must be a number from 0 to 1.');
  return value;
}

/** cats=cat,dogs=dog */
export function labelPairs(text: string): Readonly<Record<string, string>> {
  return Object.fromEntries(
    text.split(',').map((pair) => {
      const [name, label, ...rest] = pair.split('=').map((part) => part.trim());
      if (!name || !label || rest.length > 0) throw new InvalidArgumentError('It must look like cats=cat,dogs=dog.');
      return [name, label];
    }),
  );
}

/** Absolute, but for `last`. A run's bare name becomes a path too; where nothing lies there, its last part is the name. */
export const runPath = (run: string): string => (run === 'last' ? run : resolve(run));

export const deviceOption = (): Option =>
  new Option('--device <name>', 'where to compute: the fastest that is there, or one by name')
    .choices([...deviceChoices])
    .default('auto');

export const jsonOption = (): Option => new Option('--json', 'print one JSON object a line').default(false);
