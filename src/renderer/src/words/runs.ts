/** How runs and presets are called. */
import type { RunView } from '../../../contract/run-view.ts';
import type { Settings } from '../../../contract/settings.ts';

const presets: Readonly<Record<Settings['preset'], string>> = { tutorial: 'Tutorial CNN' };

export const presetName = (preset: Settings['preset']): string => presets[preset];

const moment = new Intl.DateTimeFormat(undefined, {
  day: 'numeric',
  month: 'short',
  hour: '2-digit',
  minute: '2-digit',
});

/** When it began: 24 Nov, 14:02 */
export const runMoment = ({ created }: Pick<RunView, 'created'>): string => moment.format(new Date(created));

/** As a person named it, else by preset and date: Tutorial CNN, 24 Nov, 14:02. */
export const runName = (run: Pick<RunView, 'name' | 'settings' | 'created'>): string =>
  run.name ?? `${presetName(run.settings.preset)}, ${runMoment(run)}`;
