/** Data views for tests. */
import type { ClassView, DataView, Finding, FindingExample } from '../../../../src/contract/data-view.ts';

export const classOf = (name: string, pictures: number, samples: readonly string[] = []): ClassView => ({
  name,
  label: name,
  pictures,
  samples: samples.map((path) => ({ path, modified: 1 })),
});

export function viewOf(classes: readonly ClassView[], change: Partial<DataView> = {}): DataView {
  const pictures = classes.reduce((sum, each) => sum + each.pictures, 0);
  return {
    state: 'ready',
    progress: null,
    failure: null,
    training: { folder: '/set/train', pictures, classes },
    test: null,
    findings: [],
    files: pictures,
    seconds: 6,
    ...change,
  };
}

export const exampleOf = (path: string, change: Partial<FindingExample> = {}): FindingExample => ({
  path,
  modified: 1,
  split: 'training',
  class: 'cats',
  detail: 'the file is cut off',
  other: null,
  leftOut: false,
  ...change,
});

export const findingOf = (kind: Finding['kind'], count: number, change: Partial<Finding> = {}): Finding => ({
  kind,
  count,
  state: 'open',
  examples: [],
  toLeaveOut: [],
  ...change,
});
