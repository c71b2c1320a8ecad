import type { Locator, Page } from '@playwright/test';
import type { RunningHost } from '../hosts.ts';
import { DataPage } from './data-page.ts';
import { PredictPage } from './predict-page.ts';
import { RunsPage } from './runs-page.ts';
import { TrainPage } from './train-page.ts';
import { WelcomePage } from './welcome-page.ts';

/** The studio in a window or a tab. Each page object returns the page that its action leads to. */
export class Studio {
  readonly host: RunningHost;
  readonly #close: () => Promise<void>;

  constructor(host: RunningHost, close: () => Promise<void>) {
    this.host = host;
    this.#close = close;
  }

  get page(): Page {
    return this.host.page;
  }

  /** Back to Welcome. */
  async leaveProject(): Promise<void> {
    await this.#rail.getByRole('button').first().click();
    await this.page.getByRole('menuitem', { name: /^Close/ }).click();
  }

  /** The same studio in another window. */
  over(page: Page): Studio {
    return new Studio({ ...this.host, page }, () => page.close());
  }

  welcome(): WelcomePage {
    return new WelcomePage(this);
  }

  async data(): Promise<DataPage> {
    await this.#go('Data');
    return new DataPage(this);
  }

  async train(): Promise<TrainPage> {
    await this.#go('Train');
    return new TrainPage(this);
  }

  async predict(): Promise<PredictPage> {
    await this.#go('Predict');
    return new PredictPage(this);
  }

  async runs(): Promise<RunsPage> {
    await this.#go('Runs');
    return new RunsPage(this);
  }

  /** To the project of last time: a window or a tab that knows it opens it by itself, a new browser has it in its list. */
  async comeBack(): Promise<void> {
    await this.#rail.or(this.welcome().recent).waitFor();
    if (!(await this.#rail.isVisible())) await this.welcome().openNewest();
    await this.#rail.waitFor();
  }

  get #rail(): Locator {
    return this.page.getByRole('navigation', { name: 'Project' });
  }

  /** By the rail, as a person goes. */
  async #go(step: string): Promise<void> {
    await this.#rail.getByRole('link', { name: step }).click();
  }

  close(): Promise<void> {
    return this.#close();
  }
}
