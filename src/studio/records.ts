/** The files that a project and a run are made of, as checked when they are read. */
import * as v from 'valibot';
import { PawlabError, type ErrorCode } from '../contract/errors.ts';
import { deviceChoices, executors } from '../contract/devices.ts';
import { findingKinds } from '../contract/data-view.ts';
import { defaultSettings, type Settings } from '../contract/settings.ts';
import type { Folder } from '../engine/ports.ts';
import { noPlateau } from '../engine/training/schedules/plateau.ts';
import { knownSettings, settingsProblem } from './given-settings.ts';

const testSource = v.variant('kind', [
  v.object({ kind: v.literal('folder'), folder: v.string() }),
  v.object({ kind: v.literal('holdBack'), share: v.number() }),
  v.object({ kind: v.literal('none') }),
]);

const projectRecord = v.object({
  version: v.literal(1),
  name: v.string(),
  training: v.string(),
  test: testSource,
  /** Class name → label. */
  labels: v.record(v.string(), v.string()),
  settings: v.optional(v.pipe(v.record(v.string(), v.unknown()), v.transform(knownSettings)), {}),
  device: v.fallback(v.optional(v.picklist(deviceChoices), 'auto'), 'auto'),
  leftOut: v.optional(v.array(v.string()), []),
  /** Findings that a person lets be. */
  kept: v.optional(v.array(v.picklist(findingKinds)), []),
  /** As last counted; null: nobody has looked yet. */
  counted: v.optional(v.nullable(v.object({ pictures: v.number(), classes: v.number() })), null),
});
export type ProjectRecord = v.InferOutput<typeof projectRecord>;

const isSettings = (values: unknown): values is Settings => settingsProblem(values as Settings) === null;

/** Settings that a record of an older version doesn't know had their defaults. */
const settings = v.pipe(
  v.record(v.string(), v.unknown()),
  v.transform((stored): unknown => ({ ...defaultSettings, ...stored })),
  v.custom<Settings>(isSettings, 'settings out of range'),
);

const best = v.object({
  accuracy: v.number(),
  accuracyEpoch: v.number(),
  loss: v.number(),
  lossEpoch: v.number(),
});

const device = v.object({
  id: v.string(),
  name: v.string(),
  versions: v.record(v.string(), v.string()),
  /** null: the run is older than the choice between executors, all of which were eager. */
  executor: v.optional(v.nullable(v.picklist(executors)), null),
  /** Why this device; null where nobody asked. */
  reason: v.optional(v.nullable(v.string()), null),
});

const runRecord = v.object({
  version: v.literal(1),
  id: v.string(),
  created: v.string(),
  /** `running` of a run that nobody runs: it was cut off, and can be resumed. */
  state: v.picklist(['running', 'paused', 'stopped', 'finished', 'failed']),
  training: v.string(),
  test: testSource,
  settings,
  dataset: v.object({ fingerprint: v.string(), training: v.number(), test: v.number() }),
  classes: v.array(v.string()),
  labels: v.record(v.string(), v.string()),
  device,
  parameters: v.number(),
  epochs: v.number(),
  best,
  testAccuracy: v.nullable(v.number()),
  seconds: v.number(),
  /** That trains it, or did; null: the run is older than this. */
  process: v.optional(v.nullable(v.string()), null),
  /** Files that this run does without. */
  leftOut: v.optional(v.array(v.string()), []),
});
export type RunRecord = v.InferOutput<typeof runRecord>;

/** Kept beside the weights: where the run stands. */
const position = v.object({
  epoch: v.number(),
  step: v.number(),
  tally: v.object({ samples: v.number(), lossSum: v.number(), correct: v.number() }),
  best,
  /** Older checkpoints have none: no schedule looked at it. */
  plateau: v.optional(v.object({ factor: v.number(), best: v.number(), waited: v.number() }), noPlateau),
  seconds: v.number(),
});

async function read<Schema extends v.GenericSchema>(
  schema: Schema,
  folder: Folder,
  file: string,
  code: ErrorCode,
): Promise<v.InferOutput<Schema> | null> {
  const text = await folder.readText(file);
  if (text === null) return null;
  try {
    return v.parse(schema, JSON.parse(text));
  } catch (error) {
    throw new PawlabError(
      code,
      `${file} in ${folder.path} cannot be understood: ${error instanceof Error ? error.message : String(error)}.`,
      'Nothing was changed. Mend the file, or move the folder away and start anew.',
    );
  }
}

const toText = (record: unknown): string => `${JSON.stringify(record, null, 2)}\n`;

export const readProject = (folder: Folder): Promise<ProjectRecord | null> =>
  read(projectRecord, folder, 'project.json', 'project-damaged');

/** Rejects, as a bug, what couldn't be read again. */
export async function writeProject(folder: Folder, record: ProjectRecord): Promise<void> {
  v.assert(projectRecord, record);
  await folder.replaceText('project.json', toText(record));
}

export const readRun = (folder: Folder): Promise<RunRecord | null> =>
  read(runRecord, folder, 'run.json', 'run-damaged');

export const writeRun = (folder: Folder, record: RunRecord): Promise<void> =>
  folder.replaceText('run.json', toText(record));

/** Throws where the text isn't a position. */
export const parsePosition = (text: string): v.InferOutput<typeof position> => v.parse(position, JSON.parse(text));
