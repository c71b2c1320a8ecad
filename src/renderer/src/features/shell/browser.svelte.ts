/** Walks through the server's folders, for the page's own dialogs. */
import { host } from '../../connection.ts';
import type { FolderListing } from '../../../../contract/host.ts';
import { failureOf, type Failure } from '../../words/failure.ts';

export class FolderBrowser {
  #listing = $state.raw<FolderListing | null>(null);
  #failure = $state.raw<Failure | null>(null);
  #opening = $state(false);
  #asked = 0;

  /** null: not there yet. */
  get listing(): FolderListing | null {
    return this.#listing;
  }
  /** Of the folder that was asked for last; the one before it is still shown. */
  get failure(): Failure | null {
    return this.#failure;
  }

  /** A folder was asked for and isn't shown yet: what is shown is not what was asked for. */
  get opening(): boolean {
    return this.#opening;
  }

  /** null: the home folder. Whether it is shown now. */
  async go(folder: string | null): Promise<boolean> {
    this.#asked += 1;
    const asked = this.#asked;
    this.#opening = true;
    try {
      const listing = await host.listFolder(folder);
      if (asked !== this.#asked) return false;
      this.#listing = listing;
      this.#failure = null;
      return true;
    } catch (error) {
      if (asked === this.#asked) this.#failure = failureOf(error);
      return false;
    } finally {
      if (asked === this.#asked) this.#opening = false;
    }
  }

  /** As `go`; where that folder can't be shown, the home folder. */
  async begin(start: string | null): Promise<void> {
    if (!(await this.go(start)) && start !== null) await this.go(null);
  }
}
