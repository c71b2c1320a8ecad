/** What has changed in the studio, counted: pages read a counter in an effect to ask again. */
import type { ChangedTopic } from '../../../contract/events.ts';

export const topics = [
  'projects',
  'project',
  'data',
  'runs',
  'devices',
  'training',
  'preferences',
] as const satisfies readonly ChangedTopic[];

/** What a page shows of them belongs to one project. */
export const ofProject: readonly ChangedTopic[] = ['project', 'data', 'runs'];

export class Topics {
  readonly #counters = $state<Record<ChangedTopic, number>>({
    projects: 0,
    project: 0,
    data: 0,
    runs: 0,
    devices: 0,
    training: 0,
    preferences: 0,
  });

  changed(topic: ChangedTopic): number {
    return this.#counters[topic];
  }

  bump(changed: readonly ChangedTopic[]): void {
    for (const topic of changed) this.#counters[topic] += 1;
  }
}
