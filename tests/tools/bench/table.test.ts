import assert from 'node:assert/strict';
import { test } from 'node:test';
import { toolUrl } from '../run-tool.ts';

interface Row {
  readonly what: string;
  readonly measured: string;
  readonly against?: string;
  readonly ratio?: number | null;
  readonly asked: string;
  readonly met: boolean | null;
}

interface Figures {
  readonly own: number;
  readonly rival: number | null;
  readonly name: string;
  readonly option: string;
  readonly atMost: number | null;
  readonly show: (value: number) => string;
}

const { comparison, table } = (await import(toolUrl('bench/table.mjs'))) as {
  comparison: (what: string, figures: Figures) => Row;
  table: (rows: readonly Row[]) => string;
};
const { takeTurns } = (await import(toolUrl('bench/turns.mjs'))) as {
  takeTurns: (
    turns: number,
    contestants: Record<string, (() => Promise<number>) | null>,
  ) => Promise<Record<string, { median: number; min: number } | null>>;
};

const figures = { name: 'Keras', option: '--keras PYTHON', show: (value: number) => `${value} ms` };

void test('a comparison gives the ratio and whether it is met', () => {
  const row = comparison('step', { ...figures, own: 15, rival: 20, atMost: 0.75 });
  assert.deepEqual(row, {
    what: 'step',
    measured: '15 ms',
    against: 'Keras 20 ms',
    ratio: 0.75,
    asked: "at most 0.75 of Keras's",
    met: true,
  });
  assert.equal(comparison('step', { ...figures, own: 16, rival: 20, atMost: 0.75 }).met, false);
});

void test('without a rival the row names the option, and nothing is met', () => {
  const row = comparison('step', { ...figures, own: 15, rival: null, atMost: 0.75 });
  assert.equal(row.met, null);
  assert.match(row.against ?? '', /--keras PYTHON/);
});

void test('what is for information comes last in the table', () => {
  const rows = [
    { what: 'eager', measured: '60 ms', against: 'graph 15 ms', ratio: 4, asked: '', met: null },
    { what: 'step', measured: '15 ms', asked: 'at most 10 ms', met: false },
  ];
  const lines = table(rows).split('\n');
  assert.deepEqual(
    lines.slice(2).map((line) => line.split('|').map((cell) => cell.trim())),
    [
      ['', 'step', '15 ms', '', '–', 'at most 10 ms', 'MISSED', ''],
      ['', 'eager', '60 ms', 'graph 15 ms', '4.00', '', '–', ''],
    ],
  );
  assert.equal(new Set(lines.map(({ length }) => length)).size, 1);
});

void test('contestants take turns; median and least of each are told', async () => {
  const played: string[] = [];
  const values: Record<string, number[]> = { Pawlab: [3, 1, 2], Keras: [6, 5, 40] };
  const contestant = (name: string) => () => {
    played.push(name);
    return Promise.resolve(values[name]?.shift() ?? Number.NaN);
  };
  const results = await takeTurns(3, { Pawlab: contestant('Pawlab'), PyTorch: null, Keras: contestant('Keras') });
  assert.deepEqual(played, ['Pawlab', 'Keras', 'Pawlab', 'Keras', 'Pawlab', 'Keras']);
  assert.deepEqual(results, { Pawlab: { median: 2, min: 1 }, PyTorch: null, Keras: { median: 6, min: 5 } });
});
