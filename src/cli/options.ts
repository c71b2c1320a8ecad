import { resolve } from 'node:path';
import { Command, InvalidArgumentError, Option } from 'commander';
import { deviceChoices, executorChoices } from '../contract/devices.ts';
import {
  rangeOf,
  settingNames,
  settingProblem,
  settingTable,
  type ChoiceSetting,
  type NumberSetting,
  type Setting,
  type SettingName,
  type Settings,
  type SwitchSetting,
} from '../contract/settings.ts';

/** batchSize → batch-size */
const flagOf = (name: SettingName): string => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

function parse(setting: NumberSetting, text: string): number {
  const value = Number(text);
  const problem = text.trim() === '' ? 'must be a number' : settingProblem(setting, value);
  if (problem !== null) throw new InvalidArgumentError(`It ${problem}.`);
  return value;
}

/** Adds an option for each setting of the table: `--epochs <number>`, `--no-flip`, `--nesterov`. */
export function addSettings(command: Command): Command {
  for (const name of settingNames) command.addOption(optionOf(name, settingTable[name]));
  return command;
}

function optionOf(name: SettingName, setting: Setting): Option {
  switch (setting.kind) {
    case 'switch':
      return switchOption(name, setting);
    case 'choice':
      return choiceOption(name, setting);
    case 'number':
      return new Option(`--${flagOf(name)} <number>`, helpOf(setting, ` (${rangeOf(setting)})`)).argParser((text) =>
        parse(setting, text),
      );
  }
}

/** Only what changes the default can be said. */
function switchOption(name: SettingName, setting: SwitchSetting): Option {
  const flag = flagOf(name);
  const only = onlyWith(setting);
  return setting.default
    ? new Option(`--no-${flag}`, `don't ${setting.help}${only}`)
    : new Option(`--${flag}`, `${setting.help}${only}`);
}

/** Upper and lower case don't matter: `adamw` is adamW. */
function choiceOption(name: SettingName, setting: ChoiceSetting): Option {
  const option = new Option(`--${flagOf(name)} <name>`, helpOf(setting)).choices([...setting.choices]);
  return option.argParser((text) => {
    const choice = setting.choices.find((known) => known.toLowerCase() === text.toLowerCase());
    if (choice !== undefined) return choice;
    throw new InvalidArgumentError(`Allowed choices are ${setting.choices.join(', ')}.`);
  });
}

const helpOf = (setting: NumberSetting | ChoiceSetting, range = ''): string =>
  `${setting.help}${range}${onlyWith(setting)} (default: ${setting.default})`;

const onlyWith = ({ onlyWith: only }: Setting): string => (only === undefined ? '' : `, only with --${only.join(' ')}`);

/** The settings among the options that were given; the others keep their defaults. */
export function givenSettings(options: Readonly<Record<string, unknown>>): Partial<Settings> {
  const given = settingNames.filter((name) => {
    const { kind, default: usual }: Setting = settingTable[name];
    return options[name] !== undefined && !(kind === 'switch' && options[name] === usual);
  });
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

export const executorOption = (): Option =>
  new Option('--executor <name>', 'a training step as one graph, or operation by operation; auto takes the faster')
    .choices([...executorChoices])
    .default('auto');
