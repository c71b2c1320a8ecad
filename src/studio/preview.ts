import type { DataView } from '../contract/data-view.ts';
import { deviceIds, type DeviceId } from '../contract/devices.ts';
import type { DeviceOption, PreviewRequest, RunPreview } from '../contract/run-view.ts';
import { PawlabError } from '../contract/errors.ts';
import type { Settings } from '../contract/settings.ts';
import { entriesOf } from '../engine/datasets/scan.ts';
import { layerTable } from '../engine/models/layer-table.ts';
import { parameterCount } from '../engine/models/variables.ts';
import type { Trial } from '../engine/training/measure-step.ts';
import type { Race } from './device-memory.ts';
import { ranking, recallRace } from './device-race.ts';
import { crashes, leftOut, type DeviceParts } from './device-trials.ts';
import { describeLead, deviceNames } from './device-words.ts';
import type { Parts } from './parts.ts';
import { requireProject } from './projects.ts';
import { completeSettings } from './given-settings.ts';
import { trialOf } from './run-setup.ts';

export interface PreviewParts {
  readonly parts: Parts;
  /** What is known of a project's pictures. */
  readonly data: (project: string) => Promise<DataView>;
}

/** What a run would be, from what is known already: opens no device and no picture. Throws `setting-out-of-range`. */
export async function previewRun(given: PreviewParts, request: PreviewRequest): Promise<RunPreview> {
  const settings = completeSettings(request.settings);
  const view = await given.data(request.project);
  const trial = trialOf(settings, await countClasses(given.parts, request.project, view), 'auto');
  const counts = countsOf(view, settings);
  const { devices, chosen } = await deviceOptions(given.parts, trial);
  const asked = request.device === 'auto' ? chosen : request.device;
  const milliseconds = devices.find(({ id }) => id === asked)?.milliseconds ?? null;
  return {
    layers: layerTable(trial.description),
    parameters: parameterCount(trial.description),
    ...counts,
    devices,
    chosen,
    secondsPerEpoch: secondsPerEpoch(counts, settings, milliseconds),
  };
}

/** What a project's network is measured with. */
export async function trialOfProject({ parts, data }: PreviewParts, request: PreviewRequest): Promise<Trial> {
  const view = await data(request.project);
  return trialOf(completeSettings(request.settings), await countClasses(parts, request.project, view), 'auto');
}

type Counts = Pick<RunPreview, 'trainingPictures' | 'testPictures' | 'steps'>;

const countsOf = ({ state, training, test }: DataView, { batchSize }: Settings): Counts =>
  state !== 'ready' || training === null
    ? { trainingPictures: null, testPictures: null, steps: null }
    : {
        trainingPictures: training.pictures,
        testPictures: test?.pictures ?? 0,
        steps: Math.ceil(training.pictures / batchSize),
      };

/** Measuring a batch computes forward only; back takes about twice as long as forward, so that is a third of a step. */
const forwardShare = 1 / 3;

/** Steps and test batches, at the measured time of a step: reading pictures goes on beside it. */
function secondsPerEpoch({ steps, testPictures }: Counts, settings: Settings, step: number | null): number | null {
  if (step === null || steps === null) return null;
  const testBatches = Math.ceil((testPictures ?? 0) / settings.batchSize);
  return (step * (steps + testBatches * forwardShare)) / 1000;
}

/** Two where nobody knows: the network differs by its last layer only. */
async function countClasses(parts: Parts, project: string, { training }: DataView): Promise<number> {
  if (training !== null) return Math.max(2, training.classes.length);
  const record = await requireProject(parts.openFolder(project));
  try {
    const entries = await entriesOf(parts.folders, record.training);
    return Math.max(2, entries.filter(({ kind }) => kind === 'folder').length);
  } catch (error) {
    if (error instanceof PawlabError) return 2;
    throw error;
  }
}

interface Options {
  readonly devices: readonly DeviceOption[];
  readonly chosen: DeviceId | null;
}

async function deviceOptions(parts: DeviceParts, trial: Trial): Promise<Options> {
  const race = await recallRace(parts, trial);
  const crashed = await crashes(parts);
  const [winner] = race === null ? [] : ranking(race).filter(([id]) => crashed[id] === undefined);
  const chosen = winner?.[0] ?? null;
  const devices = deviceIds.map((id) => {
    const date = crashed[id];
    return date === undefined ? optionOf(id, race, chosen) : crashedOption(id, leftOut(id, date));
  });
  return { devices, chosen };
}

/** It can be chosen: that is how it gets another chance. */
const crashedOption = (id: DeviceId, { message, remedy }: PawlabError): DeviceOption => ({
  id,
  name: deviceNames[id],
  usable: null,
  reason: `${message} ${remedy}`,
  milliseconds: null,
});

function optionOf(id: DeviceId, race: Race | null, chosen: DeviceId | null): DeviceOption {
  const measured = race?.measured[id];
  const name = measured?.name ?? deviceNames[id];
  if (race === null) return { id, name, usable: null, reason: '', milliseconds: null };
  if (measured === undefined) {
    const missing = race.missing[id];
    // Races older than the reasons have none.
    return { id, name, usable: missing === undefined ? null : false, reason: missing ?? '', milliseconds: null };
  }
  const { milliseconds } = measured;
  if (milliseconds === null) {
    return { id, name, usable: false, reason: 'This network does not run on it.', milliseconds };
  }
  const lead = id === chosen ? sentence(describeLead(ranking(race), race.date)) : '';
  return { id, name, usable: true, reason: lead, milliseconds };
}

/** "the only one usable" → "The only one usable." */
const sentence = (words: string): string => `${words.charAt(0).toUpperCase()}${words.slice(1)}.`;
