import { spawn } from 'node:child_process';
import { SetUpFailure } from './failure.mjs';
import { exitCode } from './processes.mjs';

/** A group's signal reaches all its processes within this many milliseconds. */
const groupDelay = 100;

/**
 * Runs a program in our place: our standard streams, our signals, its exit code (128 + n for a signal).
 * @param {string} program
 * @param {string[]} args
 * @param {{ cwd: string, env: object }} options
 * @returns {Promise<number>}
 */
export function launch(program, args, { cwd, env }) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { cwd, env, stdio: 'inherit' });
    const stopPassing = passSignals(child);
    child.on('error', (error) => {
      stopPassing();
      reject(new SetUpFailure(`${program} does not start: ${error.message}`, 'Delete node_modules and start again'));
    });
    child.on('exit', (code, signal) => {
      stopPassing();
      resolve(exitCode(code, signal));
    });
  });
}

function passSignals(child) {
  const interrupts = process.platform === 'win32' ? ignoreInterrupts() : passInterrupts(child);
  const handlers = ['SIGTERM', 'SIGHUP'].map((signal) => [signal, () => child.kill(signal)]);
  for (const [signal, handler] of handlers) process.on(signal, handler);
  return () => {
    interrupts.stop();
    for (const [signal, handler] of handlers) process.off(signal, handler);
  };
}

/** A Windows console tells every process in it; passing it on would end the child at once. */
function ignoreInterrupts() {
  const ignore = () => {};
  process.on('SIGINT', ignore);
  return { stop: () => process.off('SIGINT', ignore) };
}

/**
 * Ctrl-C in a terminal reaches the whole process group, the child included; `kill -INT` of the launcher reaches the
 * launcher alone. The child must get exactly one either way, since a second interrupt means "quit at once". Which it
 * was shows a witness: an idle `cat` in the same group that an interrupt of the group ends. (npm sends its script a
 * copy of what it gets, hence the wait before looking: two within it are one.) The witness ends with us: its input closes.
 */
function passInterrupts(child) {
  let witness = startWitness();
  let waiting = null;
  const look = () => {
    waiting = null;
    if (witness.alive) child.kill('SIGINT');
    else witness = startWitness();
  };
  const onInterrupt = () => (waiting ??= setTimeout(look, groupDelay));
  process.on('SIGINT', onInterrupt);
  const stop = () => {
    process.off('SIGINT', onInterrupt);
    clearTimeout(waiting);
    witness.end();
  };
  return { stop };
}

/** Where there is no `cat`, an interrupt counts as ours alone and is passed on: better twice than never. */
function startWitness() {
  const cat = spawn('cat', { stdio: ['pipe', 'ignore', 'ignore'] });
  const witness = { alive: true, end: () => cat.kill('SIGKILL') };
  cat.on('error', () => {});
  cat.on('exit', () => (witness.alive = false));
  cat.stdin.on('error', () => {});
  return witness;
}
