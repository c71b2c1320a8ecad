import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { test } from 'node:test';
import { toolUrl } from '../run-tool.ts';

interface Process {
  readonly pid: number;
  readonly parent: number;
  readonly ticks: number;
}

const { parseStat, treeSeconds, treeTicks } = (await import(toolUrl('bench/cpu-time.mjs'))) as {
  parseStat: (line: string) => Process | null;
  treeSeconds: (root: number) => number | null;
  treeTicks: (root: number, processes: readonly Process[]) => number;
};

void test('a process is read with its own time and that of its ended children, whatever its name', () => {
  const line = '42 (a) S (b) R 7 42 42 34816 42 4194304 3157 0 22 0 203 20 5 1 20 0 11 0 1312237 1049931776';
  assert.deepEqual(parseStat(line), { pid: 42, parent: 7, ticks: 203 + 20 + 5 + 1 });
  assert.equal(parseStat(''), null);
});

void test('a tree is a process and its descendants, nobody else', () => {
  const processes = [
    { pid: 1, parent: 0, ticks: 1000 },
    { pid: 2, parent: 1, ticks: 1 },
    { pid: 3, parent: 2, ticks: 20 },
    { pid: 4, parent: 3, ticks: 300 },
    { pid: 5, parent: 1, ticks: 5000 },
  ];
  assert.equal(treeTicks(2, processes), 321);
});

/** Uses up 0.3 s of processor time in itself, in a child that has ended and in a child that goes on. */
const burner = `
  const { spawn, spawnSync } = require('node:child_process');
  const burn = 'for (let use; !use || use.user + use.system < 3e5; ) use = process.cpuUsage();';
  const waiting = burn + "console.log('burnt'); process.stdin.resume();";
  eval(burn);
  spawnSync(process.execPath, ['-e', burn]);
  spawn(process.execPath, ['-e', waiting], { stdio: ['pipe', 'inherit', 'inherit'] });
  process.stdin.on('end', () => process.exit()).resume();`;

const elsewhere = process.platform === 'linux' ? false : 'only Linux has /proc';

void test('running and ended processes count', { skip: elsewhere }, async () => {
  const child = spawn(process.execPath, ['-e', burner], { stdio: ['pipe', 'pipe', 'inherit'] });
  await once(child.stdout, 'data');
  const seconds = treeSeconds(child.pid ?? 0);
  child.stdin.end();
  await once(child, 'close');
  // Ticks are counted down, for the user and the system time of each of the three.
  assert.ok(seconds !== null && seconds > 0.8, `${seconds} s`);
});
