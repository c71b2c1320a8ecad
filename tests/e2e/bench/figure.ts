import type { TestInfo } from '@playwright/test';

export interface Figure {
  readonly what: string;
  readonly figure: string;
  readonly asked: string;
}

/** A row of the table. */
export const tell = (info: TestInfo, figure: Figure): void =>
  void info.annotations.push({ type: 'figure', description: JSON.stringify(figure) });

/** The middle one; of an even number the upper. */
export const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[values.length >> 1] ?? NaN;
