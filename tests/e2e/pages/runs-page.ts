import type { Locator } from '@playwright/test';
import type { Studio } from './studio.ts';

export class RunsPage {
  readonly #studio: Studio;

  constructor(studio: Studio) {
    this.#studio = studio;
  }

  get headline(): Locator {
    return this.#studio.page.getByRole('heading', { level: 1 });
  }

  /** One per run, newest first. */
  get rows(): Locator {
    return this.#studio.page.getByRole('table', { name: /^Runs/ }).locator('tbody').getByRole('row');
  }

  async #choose(run: Locator, action: string): Promise<void> {
    await run.getByRole('button', { name: /^Actions for/ }).click();
    await this.#studio.page.getByRole('menuitem', { name: action }).click();
  }

  async rename(run: Locator, name: string): Promise<void> {
    await this.#choose(run, 'Rename');
    await run.getByRole('textbox').fill(name);
    await run.getByRole('textbox').press('Enter');
  }

  /** Leads to Train, with the run's settings. */
  trainAgain(run: Locator): Promise<void> {
    return this.#choose(run, 'Train again with the same settings');
  }

  async delete(run: Locator): Promise<void> {
    await this.#choose(run, 'Delete');
    const { page } = this.#studio;
    await page
      .getByRole('alertdialog')
      .or(page.getByRole('dialog'))
      .getByRole('button', { name: /Delete/ })
      .click();
  }

  async undo(): Promise<void> {
    await this.#studio.page.getByRole('button', { name: 'Undo' }).click();
  }
}
