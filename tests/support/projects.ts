import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { TestContext } from 'node:test';
import type { Project } from '../../src/contract/projects.ts';
import { appendMetrics } from '../../src/studio/metrics.ts';
import { writeRun, type RunRecord } from '../../src/studio/records.ts';
import type { Parts } from '../../src/studio/parts.ts';
import { runRecord } from './run-record.ts';
import { startStudio, type TestStudio } from './studio.ts';
import { temporaryFolder } from './temporary-folder.ts';

/** Class folders with a file each, which nobody decodes here. */
export function classFolders(home: string, name: string): string {
  const folder = join(home, 'pictures', name);
  for (const one of ['cats', 'dogs']) {
    mkdirSync(join(folder, one), { recursive: true });
    writeFileSync(join(folder, one, `${one}.jpg`), 'x');
  }
  return folder;
}

export interface ProjectBench extends TestStudio {
  readonly project: Project;
}

/** A studio with a project that is open. */
export async function openBench(t: TestContext, change: Partial<Parts> = {}): Promise<ProjectBench> {
  const started = startStudio(t, temporaryFolder(t), change);
  const project = await started.studio.openProject({ training: classFolders(started.home, 'pets'), test: null });
  return { ...started, project };
}

/** Writes a run of a project, as a training leaves it. */
export async function keepRun(
  { project, parts }: Pick<ProjectBench, 'project' | 'parts'>,
  id: string,
  change: Partial<RunRecord> = {},
): Promise<string> {
  const folder = parts.openFolder(project.folder).folder('runs').folder(id);
  const record = { ...runRecord(), id, created: `${id.slice(0, 10)}T00:00:00.000Z`, ...change };
  await writeRun(folder, record);
  for (let epoch = 1; epoch <= record.epochs; epoch++)
    await appendMetrics(folder, epochOf(epoch, record.settings.epochs));
  return folder.path;
}

export const epochOf = (epoch: number, epochs: number) =>
  ({
    type: 'epoch',
    epoch,
    epochs,
    loss: 1 / epoch,
    accuracy: 0.5 + epoch / 100,
    testLoss: null,
    testAccuracy: null,
    learningRate: 0.001,
    seconds: 1,
    picturesPerSecond: 1,
    secondsLeft: 0,
    bestAccuracy: true,
    bestLoss: true,
  }) as const;

/** A run that has ended after two epochs. */
export const finished = {
  state: 'finished',
  epochs: 2,
  best: { accuracy: 0.52, accuracyEpoch: 2, loss: 0.5, lossEpoch: 2 },
} as const satisfies Partial<RunRecord>;
