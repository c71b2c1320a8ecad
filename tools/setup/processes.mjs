import { spawn } from 'node:child_process';
import os from 'node:os';

const running = new Set();
const cleanUps = new Set();
const endingSignals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
const keptOutput = 100_000;
const patience = 1_500;
let ending = false;

/** A child's exit as a shell tells it: 128 + n for a signal. */
export const exitCode = (code, signal) => code ?? 128 + (os.constants.signals[signal] ?? 0);

/**
 * Runs a program to its end.
 * @param {string} program
 * @param {string[]} args
 * @param {{ cwd?: string, env?: object, show?: boolean, shell?: boolean, lock?: { share(pid: number): void } }} options
 *   show: its output goes to ours; else it is collected. lock: stays held while this child lives, whatever becomes of us.
 * @returns {Promise<{ code: number, output: string }>} code 127 where it could not be started
 */
export function run(program, args, { cwd, env, show = false, shell = false, lock } = {}) {
  return new Promise((resolve) => {
    const stdio = show ? 'inherit' : ['ignore', 'pipe', 'pipe'];
    const child = spawn(program, args, { cwd, env, shell, stdio, windowsHide: true });
    let output = '';
    const collect = (chunk) => (output = (output + chunk).slice(-keptOutput));
    child.stdout?.setEncoding('utf8').on('data', collect);
    child.stderr?.setEncoding('utf8').on('data', collect);
    running.add(child);
    if (child.pid) lock?.share(child.pid);
    const finish = (result) => {
      running.delete(child);
      // One Ctrl-C reaches the child as well: its end must not be taken for a failure of its own.
      setTimeout(() => ending || resolve(result), result.code === 0 ? 0 : 100);
    };
    child.on('error', (error) => finish({ code: 127, output: error.message }));
    child.on('close', (code, signal) => finish({ code: exitCode(code, signal), output }));
  });
}

/** Runs `body`; `cleanUp` (synchronous) runs after it, and also when a signal ends the process. */
export async function withCleanUp(cleanUp, body) {
  cleanUps.add(cleanUp);
  try {
    return await body();
  } finally {
    cleanUps.delete(cleanUp);
    cleanUp();
  }
}

/** While `body` runs, a signal ends the children first, then cleans up, then ends this process. */
export async function endingCleanly(body) {
  const handlers = endingSignals.map((signal) => [signal, () => void end(signal)]);
  for (const [signal, handler] of handlers) process.on(signal, handler);
  try {
    return await body();
  } finally {
    for (const [signal, handler] of handlers) process.off(signal, handler);
  }
}

async function end(signal) {
  const ended = [...running].map((child) => new Promise((resolve) => child.once('close', resolve)));
  // npm takes its time to undo what it did; what it leaves half done the next run does again. A second signal is obeyed at once.
  for (const child of running) child.kill(ending ? 'SIGKILL' : 'SIGTERM');
  if (ending) return;
  ending = true;
  const losingPatience = setTimeout(() => running.forEach((child) => child.kill('SIGKILL')), patience);
  await Promise.all(ended);
  clearTimeout(losingPatience);
  for (const cleanUp of [...cleanUps].reverse()) cleanUp();
  process.exit(exitCode(null, signal));
}
