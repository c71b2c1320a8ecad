/** One table of all figures, at the end. */
import type { Reporter, TestCase } from '@playwright/test/reporter';
import type { Figure } from './figure.ts';

export default class TableReporter implements Reporter {
  readonly #rows: string[] = [];

  onTestEnd(test: TestCase): void {
    const host = test.parent.project()?.name ?? '';
    for (const { type, description } of test.annotations) {
      if (type !== 'figure' || description === undefined) continue;
      const { what, figure, asked } = JSON.parse(description) as Figure;
      this.#rows.push(`| ${host} | ${what} | ${figure} | ${asked} |`);
    }
  }

  onEnd(): void {
    console.log(['', '| host | what | seen | asked |', '|---|---|---|---|', ...this.#rows].join('\n'));
  }
}
