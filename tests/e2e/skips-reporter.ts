/** Says of each skipped spec why, and on what the desktop's specs ran. */
import type { Reporter, TestCase, TestResult } from '@playwright/test/reporter';

export default class SkipsReporter implements Reporter {
  readonly #lines = new Set<string>();

  onTestEnd(test: TestCase, result: TestResult): void {
    for (const { type, description } of test.annotations) {
      if (type === 'runtime' && description !== undefined) this.#lines.add(`desktop specs ran on: ${description}`);
      if (type === 'accepted without effect' && description !== undefined) this.#lines.add(`${type}: ${description}`);
      if (result.status === 'skipped' && type === 'skip') {
        this.#lines.add(
          `skipped  ${test.titlePath().filter(Boolean).join(' › ')}: ${description ?? 'no reason given'}`,
        );
      }
    }
  }

  onEnd(): void {
    for (const line of this.#lines) console.log(line);
  }
}
