/** The settings of a run in one line. */
import { defaultSettings, type Settings } from '../../../../../contract/settings.ts';
import { count } from '../../../words/numbers.ts';
import { presetName } from '../../../words/runs.ts';
import { augmentationWords } from '../augmentation.ts';
import { choiceName, fieldsOf, valueWords } from '../setup/setting-form.ts';

/** What is said in any case; anything else only where it isn't as usual. */
const said: ReadonlySet<string> = new Set(['epochs', 'batchSize', 'pictureSize', 'optimizer', 'learningRate', 'seed']);

function others(settings: Settings): readonly string[] {
  return fieldsOf(settings)
    .filter(({ name }) => !said.has(name) && settings[name] !== defaultSettings[name])
    .map(({ name, label }) => `${label.toLowerCase()} ${valueWords(name, settings)}`);
}

/** Tutorial CNN · 25 epochs · batch 32 · Adam 0.001 · 64×64 pixels · seed 1 · shear 0.2°, zoom 0.2, flip */
export function settingsLine(settings: Settings): string {
  const { epochs, batchSize, optimizer, learningRate, pictureSize, seed } = settings;
  return [
    presetName(settings.preset),
    `${count(epochs)} epoch${epochs === 1 ? '' : 's'}`,
    `batch ${batchSize}`,
    `${choiceName('optimizer', optimizer)} ${learningRate}`,
    `${pictureSize}×${pictureSize} pixels`,
    `seed ${seed}`,
    ...others(settings),
    augmentationWords(settings),
  ].join(' · ');
}
