import { DatabaseSync } from 'node:sqlite';
import type { PictureFacts, PictureFile } from '../../engine/ports.ts';

type Nothing<Part> = { readonly [Name in keyof Part]: null };

/** Where a file's pixels are in the pixel file, their checksum, and what the file is. */
interface Ready extends PictureFacts {
  readonly slot: number;
  readonly crc: number;
}

/** What is known of one file: its pixels, or why there are none. */
export type IndexRow = PictureFile &
  ((Ready & { readonly reason: null }) | (Nothing<Ready> & { readonly reason: string }));

/** Milliseconds that a process waits for another one that prepares the same data set. */
const patience = 30_000;

const schema = `
  CREATE TABLE IF NOT EXISTS pictures (
    path TEXT PRIMARY KEY, size INTEGER NOT NULL, modified REAL NOT NULL, slot INTEGER, crc INTEGER, reason TEXT,
    format TEXT, width INTEGER, height INTEGER, orientation INTEGER, content TEXT
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS slots (id INTEGER PRIMARY KEY CHECK (id = 0), next INTEGER NOT NULL) STRICT;
  INSERT OR IGNORE INTO slots VALUES (0, 0);`;

/**
 * The index of a picture cache. Slots are given out inside a transaction and never again, so that processes working on
 * one cache at once neither share a slot nor overwrite what another one reads. Throws SQLite's errors.
 */
export class CacheIndex {
  readonly #database: DatabaseSync;

  constructor(file: string) {
    this.#database = new DatabaseSync(file, { timeout: patience });
    try {
      this.#database.exec('PRAGMA synchronous = NORMAL');
      this.#database.exec(schema);
      const check = this.#database.prepare('PRAGMA quick_check(1)').get();
      if (check?.['quick_check'] !== 'ok') throw new Error('The index failed its check.');
    } catch (error) {
      this.#database.close();
      throw error;
    }
  }

  /** In the order of their paths, one at a time: there may be 100,000. */
  rows(): Iterable<IndexRow> {
    return this.#database.prepare('SELECT * FROM pictures').iterate() as Iterable<unknown> as Iterable<IndexRow>;
  }

  /** Slots that hold a picture; the others' files changed. */
  get slotsUsed(): number {
    return Number(this.#database.prepare('SELECT count(slot) AS used FROM pictures').get()?.['used']);
  }

  get slotsGiven(): number {
    return Number(this.#database.prepare('SELECT next FROM slots').get()?.['next']);
  }

  /**
   * Gives out `count` slots in a row, has them filled, then records the rows: an interrupted preparation leaves no row
   * without its pixels. All synchronous, so that no other work of this process comes in between.
   */
  record(count: number, fill: (firstSlot: number) => readonly IndexRow[]): void {
    this.#database.exec('BEGIN IMMEDIATE');
    try {
      const rows = fill(this.slotsGiven);
      this.#database.prepare('UPDATE slots SET next = next + ?').run(count);
      const insert = this.#database.prepare('INSERT OR REPLACE INTO pictures VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)');
      for (const { path, size, modified, slot, crc, reason, ...facts } of rows) {
        const { format, width, height, orientation, content } = facts;
        insert.run(path, size, modified, slot, crc, reason, format, width, height, orientation, content);
      }
      this.#database.exec('COMMIT');
    } catch (error) {
      // A full disk makes SQLite roll back by itself.
      if (this.#database.isTransaction) this.#database.exec('ROLLBACK');
      throw error;
    }
  }

  close(): void {
    this.#database.close();
  }
}
