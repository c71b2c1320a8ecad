/** The presets as cards: a name, what they are, whom they suit. */
import { settingTable, type Settings } from '../../../../../contract/settings.ts';
import { presetName } from '../../../words/runs.ts';

export interface PresetCard {
  readonly value: Settings['preset'];
  readonly title: string;
  readonly text: string;
  readonly note: string;
}

const words: Readonly<Record<Settings['preset'], Pick<PresetCard, 'text' | 'note'>>> = {
  tutorial: {
    text: 'The network of the cats and dogs course, step for step.',
    note: 'Small and fast. A baseline to compare with.',
  },
};

export const presetCards: readonly PresetCard[] = settingTable.preset.choices.map((value) => ({
  value,
  title: presetName(value),
  ...words[value],
}));
