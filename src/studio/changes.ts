import type { ChangedEvent, ChangedTopic } from '../contract/events.ts';

/** Says that what pages show of a topic is another now. `project`: its folder; null: of no project, or of all. */
export type EmitChanged = (topic: ChangedTopic, project: string | null) => void;

/** Calls back after so many milliseconds; doesn't keep the process alive. */
export type Later = (milliseconds: number, call: () => void) => void;

/** People read no more than ten changes a second. */
const atMostEvery = 100;

/** Lets a change of a topic and project through at most ten times a second; the last one always arrives, though late. */
export function createChanges(emit: (event: ChangedEvent) => void, later: Later): EmitChanged {
  /** Of those told just now: whether there was another one since. */
  const quiet = new Map<string, boolean>();

  return function changed(topic, project) {
    const key = `${topic} ${project ?? ''}`;
    if (quiet.has(key)) {
      quiet.set(key, true);
      return;
    }
    quiet.set(key, false);
    emit({ type: 'changed', topic, project });
    later(atMostEvery, () => {
      const again = quiet.get(key) === true;
      quiet.delete(key);
      if (again) changed(topic, project);
    });
  };
}
