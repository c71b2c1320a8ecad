import type { Locator } from '@playwright/test';
import type { Studio } from './studio.ts';

export class TrainPage {
  readonly #studio: Studio;

  constructor(studio: Studio) {
    this.#studio = studio;
  }

  get headline(): Locator {
    return this.#studio.page.getByRole('heading', { level: 1 });
  }

  get epochs(): Locator {
    return this.#studio.page.getByRole('table', { name: 'Epochs' });
  }

  /** The rows of whole epochs: those with a time, newest first. */
  epochRow(epoch: number): Locator {
    return this.epochs
      .getByRole('row')
      .filter({ has: this.#studio.page.getByRole('rowheader', { name: new RegExp(`^${epoch}\\b`) }) });
  }

  get goOnButton(): Locator {
    return this.#studio.page.getByRole('button', { name: 'Go on', exact: true }).first();
  }

  setting(label: string): Locator {
    return this.#studio.page.getByRole('main').getByLabel(label, { exact: true });
  }

  async start(settings: Readonly<Record<string, string>> = {}): Promise<void> {
    for (const [label, value] of Object.entries(settings)) await this.setting(label).fill(value);
    await this.#studio.page.getByRole('button', { name: 'Start training' }).click();
  }

  async pause(): Promise<void> {
    await this.#studio.page.getByRole('button', { name: 'Pause' }).click();
  }

  async stop(): Promise<void> {
    const { page } = this.#studio;
    await page.getByRole('button', { name: 'Stop' }).click();
    await page.getByRole('alertdialog').or(page.getByRole('dialog')).getByRole('button', { name: 'Stop' }).click();
  }
}
