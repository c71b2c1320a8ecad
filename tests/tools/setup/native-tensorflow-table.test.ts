import assert from 'node:assert/strict';
import { test } from 'node:test';
import { toolUrl } from '../run-tool.ts';

interface Row {
  readonly name: string;
  readonly package: string;
  readonly version: string;
  readonly variant: string;
  readonly wheelPlatform: string;
  readonly sha256: string;
  readonly bytes: number;
  readonly libraries: readonly string[];
  readonly tried: boolean;
  readonly words?: string;
  compile(folders: Record<string, string | string[]>): string[][];
}
const { table, rowFor } = (await import(toolUrl('setup/native-tensorflow-table.mjs'))) as {
  table: Record<string, Row>;
  rowFor: (platform: string, arch: string) => Row | null;
};

void test('the four platforms have a row each, others none', () => {
  assert.deepEqual(Object.keys(table).sort(), ['darwin arm64', 'linux arm64', 'linux x64', 'win32 x64']);
  assert.equal(rowFor('linux', 'x64'), table['linux x64']);
  assert.equal(rowFor('darwin', 'x64'), null);
});

void test('every row pins one wheel and tells whether it ever ran', () => {
  const rows = Object.values(table);
  for (const row of rows) {
    assert.match(row.sha256, /^[0-9a-f]{64}$/);
    assert.match(row.package, /^tensorflow(-cpu)?$/);
    assert.equal(row.version, '2.20.0');
    assert.ok(row.bytes > 100e6 && row.libraries.length > 0);
    assert.ok(row.tried || (row.words ?? '').length > 20, `${row.name} says why it never ran`);
  }
  for (const unique of ['name', 'sha256', 'wheelPlatform'] as const) {
    assert.equal(new Set(rows.map((row) => row[unique])).size, rows.length);
  }
});

void test('every compiler call takes both sources and the headers and writes the addon', () => {
  for (const row of Object.values(table)) {
    const commands = row.compile({
      compiler: 'COMPILER',
      sources: ['A.cc', 'B.cc'],
      includes: ['HEADERS', 'NODE-HEADERS'],
      libraries: 'LIBRARIES',
      output: 'OUT.node',
      nodeApi: 'NODE-API',
      work: 'WORK',
    });
    const [program, ...args] = commands.at(-1) ?? [];
    assert.equal(program, 'COMPILER');
    for (const needed of ['A.cc', 'B.cc']) assert.ok(args.includes(needed));
    for (const needed of ['OUT.node', 'HEADERS', 'NODE-HEADERS', 'LIBRARIES']) {
      assert.ok(
        args.some((argument) => argument.endsWith(needed) || argument.startsWith(`${needed}/`)),
        needed,
      );
    }
    for (const command of commands) for (const word of command) assert.equal(typeof word, 'string');
  }
});
