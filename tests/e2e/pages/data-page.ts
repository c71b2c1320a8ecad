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

  /** The folders to train and to test on. */
  get sources(): Locator {
    return this.#studio.page.getByRole('region', { name: 'Folders' });
  }

  get health(): Locator {
    return this.#studio.page.getByRole('region', { name: 'Health report' });
  }

  /** What a class's pictures are called in answers. */
  async rename(name: string, label: string): Promise<void> {
    const { page } = this.#studio;
    await page.getByRole('button', { name: new RegExp(`^${name}.*rename the answer$`) }).click();
    await page.getByRole('textbox', { name: `Answer for ${name}` }).fill(label);
    await page.keyboard.press('Enter');
  }

  async stopScan(): Promise<void> {
    await this.#studio.page.getByRole('button', { name: 'Stop' }).click();
  }

  async scanAgain(): Promise<void> {
    await this.#studio.page.getByRole('button', { name: 'Scan again' }).click();
  }

  async openClass(name: string): Promise<void> {
    await this.#studio.page.getByRole('button', { name: new RegExp(`^Show the .* of ${name}$`) }).click();
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
