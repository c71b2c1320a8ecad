import { spawn } from 'node:child_process';
import fs from 'node:fs';
import { createInterface } from 'node:readline';

/**
 * Runs a program that prints a JSON object a line.
 * @param {string} program
 * @param {string[]} args
 * @param {{ env?: object, onLine?: (line: object, pid: number) => void }} options
 * @returns {Promise<object[]>} the lines; rejects with what the program said where it failed
 */
export function jsonLines(program, args, { env = process.env, onLine = () => {} } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { env, stdio: ['ignore', 'pipe', 'pipe'] });
    const lines = [];
    let said = '';
    child.stderr.setEncoding('utf8').on('data', (text) => (said += text));
    createInterface({ input: child.stdout }).on('line', (text) => {
      if (!text.startsWith('{')) return;
      const line = JSON.parse(text);
      lines.push(line);
      onLine(line, child.pid);
    });
    child.on('error', reject);
    child.on('close', (code) => {
      if (code === 0) resolve(lines);
      else reject(new Error(`${program} ${args.join(' ')} ended with ${code}:\n${said.slice(-2000)}`));
    });
  });
}

/** Bytes of memory that a process holds now; null where the system doesn't tell (only Linux does so cheaply). */
export function residentBytes(pid) {
  try {
    const [, kilobytes] = /VmRSS:\s+(\d+) kB/.exec(fs.readFileSync(`/proc/${pid}/status`, 'utf8'));
    return Number(kilobytes) * 1024;
  } catch {
    return null;
  }
}

export const ofType = (lines, type) => lines.filter((line) => line.type === type);

export function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = (sorted.length - 1) / 2;
  return (sorted[Math.floor(middle)] + sorted[Math.ceil(middle)]) / 2;
}

export const mean = (values) => values.reduce((sum, value) => sum + value, 0) / values.length;
