import type { Locator } from '@playwright/test';
import { DataPage } from './data-page.ts';
import type { Studio } from './studio.ts';

export class WelcomePage {
  readonly #studio: Studio;

  constructor(studio: Studio) {
    this.#studio = studio;
  }

  get headline(): Locator {
    return this.#studio.page.getByRole('heading', { level: 1 });
  }

  get recent(): Locator {
    return this.#studio.page.getByRole('region', { name: 'Recent projects' });
  }

  async chooseFolder(folder: string): Promise<DataPage> {
    const { host, page } = this.#studio;
    await host.chooseFolder(folder, () => page.getByRole('button', { name: /Choose a folder of pictures/ }).click());
    return new DataPage(this.#studio);
  }

  /** The project that was opened last. */
  async openNewest(): Promise<DataPage> {
    await this.recent.getByRole('listitem').first().getByRole('button').first().click();
    return new DataPage(this.#studio);
  }

  async drawSample(): Promise<DataPage> {
    await this.#studio.page.getByRole('button', { name: /Try the sample/ }).click();
    return new DataPage(this.#studio);
  }
}
