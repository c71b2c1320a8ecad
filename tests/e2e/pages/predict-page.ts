import type { Locator } from '@playwright/test';
import type { Studio } from './studio.ts';

export class PredictPage {
  readonly #studio: Studio;

  constructor(studio: Studio) {
    this.#studio = studio;
  }

  /** "Dog · 99.96 %" */
  get answer(): Locator {
    return this.#studio.page.getByRole('heading', { level: 1 });
  }

  get history(): Locator {
    return this.#studio.page.getByRole('listbox', { name: 'Earlier predictions' });
  }

  async choose(...files: readonly string[]): Promise<void> {
    const { host, page } = this.#studio;
    await host.choosePictures(files, () => page.getByRole('button', { name: 'Choose picture' }).click());
  }
}
