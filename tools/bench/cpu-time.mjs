import { execFileSync } from 'node:child_process';
import fs from 'node:fs';

/**
 * Seconds of processor time, user and system, of a process and all its descendants: those that run, all their threads
 * included, and those that have ended. null elsewhere than on Linux, whose /proc tells it (proc_pid_stat(5)).
 * @param {number} root
 */
export function treeSeconds(root) {
  if (process.platform !== 'linux') return null;
  return treeTicks(root, readProcesses()) / ticksPerSecond();
}

/**
 * What /proc/PID/stat says of a process; null for a line that isn't one.
 * @param {string} line
 * @returns {{ pid: number, parent: number, ticks: number } | null} ticks: its own and those of its ended children
 */
export function parseStat(line) {
  // The name stands in parentheses and may hold spaces and parentheses itself.
  const match = /^(\d+) \(.*\) \S ([\d -]+)/s.exec(line);
  if (match === null) return null;
  const numbers = match[2].split(' ').map(Number);
  const [user, system, endedUser, endedSystem] = numbers.slice(10, 14);
  return { pid: Number(match[1]), parent: numbers[0], ticks: user + system + endedUser + endedSystem };
}

/** The sum over a process and its descendants. */
export function treeTicks(root, processes) {
  const own = processes.find(({ pid }) => pid === root)?.ticks ?? 0;
  const children = processes.filter(({ parent }) => parent === root);
  return children.reduce((sum, { pid }) => sum + treeTicks(pid, processes), own);
}

function readProcesses() {
  return fs
    .readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(readStat)
    .filter((read) => read !== null);
}

function readStat(pid) {
  try {
    return parseStat(fs.readFileSync(`/proc/${pid}/stat`, 'utf8'));
  } catch {
    // It has ended since the folder was listed.
    return null;
  }
}

let ticks = null;

function ticksPerSecond() {
  ticks ??= Number(execFileSync('getconf', ['CLK_TCK']));
  return ticks;
}
