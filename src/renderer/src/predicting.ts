/** Which run and which of its weights answer on the page Predict: a person's choice, kept per project in this browser or window. */
import type { CheckpointChoice } from '../../contract/api.ts';

export interface PredictionChoice {
  /** A run's folder; null: the newest. */
  readonly run: string | null;
  readonly epoch: Extract<CheckpointChoice, 'best' | 'last'>;
}

export type Memory = Pick<Storage, 'getItem' | 'setItem'>;

const usual: PredictionChoice = { run: null, epoch: 'best' };
const keyOf = (project: string): string => `predict:${project}`;

/** What was kept may be anything: another version wrote it, or a person. */
function parsed(text: string): PredictionChoice {
  const kept: unknown = JSON.parse(text);
  if (typeof kept !== 'object' || kept === null) return usual;
  const run = 'run' in kept && typeof kept.run === 'string' ? kept.run : null;
  return { run, epoch: 'epoch' in kept && kept.epoch === 'last' ? 'last' : 'best' };
}

export function predictionChoice(project: string, memory: Memory = localStorage): PredictionChoice {
  try {
    const text = memory.getItem(keyOf(project));
    return text === null ? usual : parsed(text);
  } catch {
    return usual;
  }
}

/** Keeps it where the browser allows; else it holds until the page is left. */
export function keepPredictionChoice(project: string, choice: PredictionChoice, memory: Memory = localStorage): void {
  try {
    memory.setItem(keyOf(project), JSON.stringify(choice));
  } catch {
    // No storage, or it is full: nothing that a person must know.
  }
}
