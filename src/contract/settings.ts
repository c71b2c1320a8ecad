/**
 * What a person can set for a run: default, unit, range and source in one place. The command line, the window's form and
 * the validation are derived from this table.
 */
export interface NumberSetting {
  readonly kind: 'number';
  readonly label: string;
  readonly default: number;
  /** Both ends included. */
  readonly min: number;
  readonly max: number;
  readonly integer: boolean;
  readonly unit: string | null;
  readonly help: string;
  /** Where the default comes from. */
  readonly source: string;
}

export interface SwitchSetting {
  readonly kind: 'switch';
  readonly label: string;
  readonly default: boolean;
  readonly help: string;
  readonly source: string;
}

export interface ChoiceSetting<Choice extends string = string> {
  readonly kind: 'choice';
  readonly label: string;
  readonly default: Choice;
  readonly choices: readonly Choice[];
  readonly help: string;
  readonly source: string;
}

export type Setting = NumberSetting | SwitchSetting | ChoiceSetting;

const tutorial = 'the tutorial';

export const settingTable = {
  preset: {
    kind: 'choice',
    label: 'Preset',
    default: 'tutorial',
    choices: ['tutorial'] as readonly 'tutorial'[],
    help: 'the network to train',
    source: tutorial,
  },
  epochs: {
    kind: 'number',
    label: 'Epochs',
    default: 25,
    min: 1,
    max: 10_000,
    integer: true,
    unit: null,
    help: 'how often every training picture is seen',
    source: tutorial,
  },
  batchSize: {
    kind: 'number',
    label: 'Batch size',
    default: 32,
    min: 1,
    max: 1024,
    integer: true,
    unit: 'pictures',
    help: 'pictures per training step',
    source: tutorial,
  },
  pictureSize: {
    kind: 'number',
    label: 'Picture size',
    default: 64,
    min: 16,
    max: 512,
    integer: true,
    unit: 'pixels',
    help: 'width and height that the network sees',
    source: tutorial,
  },
  learningRate: {
    kind: 'number',
    label: 'Learning rate',
    default: 0.001,
    min: 1e-7,
    max: 1,
    integer: false,
    unit: null,
    help: "Adam's step size",
    source: 'Keras 3, Adam',
  },
  seed: {
    kind: 'number',
    label: 'Seed',
    default: 1,
    min: 0,
    max: 2 ** 31 - 1,
    integer: true,
    unit: null,
    help: 'the same seed gives the same split, order, augmentation and first weights',
    source: 'any number does',
  },
  shear: {
    kind: 'number',
    label: 'Shear',
    default: 0.2,
    min: 0,
    max: 45,
    integer: false,
    unit: 'degrees',
    help: 'largest shear of a training picture, either way (as in Keras, 0.2 is 0.2 degrees)',
    source: tutorial,
  },
  zoom: {
    kind: 'number',
    label: 'Zoom',
    default: 0.2,
    min: 0,
    max: 0.9,
    integer: false,
    unit: null,
    help: 'largest zoom of a training picture, on each axis on its own: 0.2 is 0.8 to 1.2',
    source: tutorial,
  },
  flip: {
    kind: 'switch',
    label: 'Flip',
    default: true,
    help: 'mirror half of the training pictures, left to right',
    source: tutorial,
  },
  resampling: {
    kind: 'choice',
    label: 'Resampling',
    default: 'antialiased',
    choices: ['antialiased', 'nearest'] as readonly ('antialiased' | 'nearest')[],
    help: "how pictures are shrunk: with antialiasing, or by taking single pixels as Keras's loader does",
    source: 'less aliasing than the tutorial, whose loader takes the nearest pixel',
  },
} as const satisfies Record<string, Setting>;

export type SettingName = keyof typeof settingTable;

type ValueOf<S extends Setting> = S extends NumberSetting
  ? number
  : S extends SwitchSetting
    ? boolean
    : S extends ChoiceSetting<infer Choice>
      ? Choice
      : never;

export type Settings = { readonly [Name in SettingName]: ValueOf<(typeof settingTable)[Name]> };

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
