/** What a setting can be, and what a value of it must be. */
interface Described {
  readonly label: string;
  readonly help: string;
  /** Where the default comes from. */
  readonly source: string;
  /** It does something only where this setting has this choice; left out: always. */
  readonly onlyWith?: readonly [setting: string, choice: string];
}

export interface NumberSetting extends Described {
  readonly kind: 'number';
  readonly default: number;
  /** Both ends included. */
  readonly min: number;
  readonly max: number;
  readonly integer: boolean;
  readonly unit: string | null;
}

export interface SwitchSetting extends Described {
  readonly kind: 'switch';
  readonly default: boolean;
}

export interface ChoiceSetting<Choice extends string = string> extends Described {
  readonly kind: 'choice';
  readonly default: Choice;
  readonly choices: readonly Choice[];
}

export type Setting = NumberSetting | SwitchSetting | ChoiceSetting;

export type ValueOf<S extends Setting> = S extends NumberSetting
  ? number
  : S extends SwitchSetting
    ? boolean
    : S extends ChoiceSetting<infer Choice>
      ? Choice
      : never;

/** 1 to 1024 pictures */
export const rangeOf = ({ min, max, unit }: NumberSetting): string =>
  `${min} to ${max}${unit === null ? '' : ` ${unit}`}`;

/** What is wrong with a value, in words that end a sentence ("must be …"); null where nothing is. */
export function settingProblem(setting: Setting, value: unknown): string | null {
  switch (setting.kind) {
    case 'switch':
      return typeof value === 'boolean' ? null : 'must be on or off';
    case 'choice':
      return setting.choices.some((choice) => choice === value) ? null : `must be ${setting.choices.join(' or ')}`;
    case 'number': {
      const kind = setting.integer ? 'a whole number' : 'a number';
      const right = typeof value === 'number' && (setting.integer ? Number.isInteger(value) : Number.isFinite(value));
      if (right && value >= setting.min && value <= setting.max) return null;
      return `must be ${kind} from ${rangeOf(setting)}`;
    }
  }
}
