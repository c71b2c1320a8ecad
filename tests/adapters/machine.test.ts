import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import process from 'node:process';
import { test } from 'node:test';
import { createMachine } from '../../src/adapters/machine.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

test('tells processes that run from those that are gone', (t) => {
  const machine = createMachine(temporaryFolder(t));
  assert.equal(machine.isRunning(machine.process), true);
  assert.equal(machine.isRunning(`${process.ppid} 1`), true);
  // The same id at another time: a process before this one had it.
  assert.equal(machine.isRunning(`${process.pid} 1`), false);
  const gone = execFileSync(process.execPath, ['-p', 'process.pid'], { encoding: 'utf8' }).trim();
  assert.equal(machine.isRunning(`${gone} 1`), false);
  assert.equal(machine.isRunning('nonsense'), false);
});
