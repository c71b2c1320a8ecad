/** Folders that may hold the test set: those beside the training folder that look like one, and the last one used. */
import { studio } from '../../connection.ts';

class TestFolders {
  #training: string | null = null;
  #beside = $state.raw<readonly string[]>([]);
  #last = $state<string | null>(null);

  get beside(): readonly string[] {
    return this.#beside;
  }

  /** What "Separate folder" takes; null: there is none to be guessed. */
  get usual(): string | null {
    return this.#last ?? this.#beside[0] ?? null;
  }

  async ask(training: string): Promise<void> {
    if (training === this.#training) return;
    this.#training = training;
    this.#beside = [];
    this.#last = null;
    // Only a convenience: without an answer a person chooses.
    const found = await studio.testFoldersBeside(training).catch(() => []);
    if (training === this.#training) this.#beside = found;
  }

  used(folder: string): void {
    this.#last = folder;
  }
}

export const testFolders = new TestFolders();
