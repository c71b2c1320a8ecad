import type { EpochEvent } from '../contract/events.ts';
import type { Folder } from '../engine/ports.ts';

const file = 'metrics.jsonl';

/** Adds an epoch to a run's metrics: one JSON object a line. */
export const appendMetrics = (run: Folder, epoch: EpochEvent): Promise<void> =>
  run.appendLine(file, JSON.stringify(epoch));

function parse(line: string): EpochEvent[] {
  try {
    return [JSON.parse(line) as EpochEvent];
  } catch {
    // The line that a power cut left half written.
    return [];
  }
}

/** All epochs that are written down, each as it was last: one that was cut off may have been done again. */
export async function readMetrics(run: Folder): Promise<readonly EpochEvent[]> {
  const lines = ((await run.readText(file)) ?? '').split('\n').flatMap(parse);
  const byEpoch = new Map(lines.map((line) => [line.epoch, line]));
  return [...byEpoch.values()].sort((a, b) => a.epoch - b.epoch);
}

/** The epochs before `epoch`; what else the file holds (epochs done again from there) is taken out of it. */
export async function keepMetricsBefore(run: Folder, epoch: number): Promise<readonly EpochEvent[]> {
  const text = (await run.readText(file)) ?? '';
  const kept = text
    .split('\n')
    .flatMap(parse)
    .filter((line) => line.epoch < epoch);
  const wanted = kept.map((line) => `${JSON.stringify(line)}\n`).join('');
  if (wanted !== text) await run.replaceText(file, wanted);
  return kept;
}
