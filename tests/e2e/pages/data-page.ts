import type { Locator } from '@playwright/test';
import type { Studio } from './studio.ts';
import { TrainPage } from './train-page.ts';

export class DataPage {
  readonly #studio: Studio;

  constructor(studio: Studio) {
    this.#studio = studio;
  }

  get headline(): Locator {
    return this.#studio.page.getByRole('heading', { level: 1 });
  }

  get health(): Locator {
    return this.#studio.page.getByRole('region', { name: 'Health report' });
  }

  async changeTrainingFolder(folder: string): Promise<void> {
    const { host, page } = this.#studio;
    await host.chooseFolder(folder, () => page.getByRole('button', { name: 'Change the folder to train on' }).click());
  }

  async changeTestFolder(folder: string): Promise<void> {
    const { host, page } = this.#studio;
    await host.chooseFolder(folder, () => page.getByRole('button', { name: 'Change the folder to test on' }).click());
  }

  /** When the pictures are counted. */
  async setUpTraining(): Promise<TrainPage> {
    await this.#studio.page.getByRole('button', { name: 'Set up training' }).click();
    return new TrainPage(this.#studio);
  }
}
