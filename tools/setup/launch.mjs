import { spawn } from 'node:child_process';
import { SetUpFailure } from './failure.mjs';
import { exitCode } from './processes.mjs';

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

/**
 * Passes every signal on. An interrupt from the keyboard reaches the whole process group, so the child gets it twice: it
 * takes copies that come at once for one (src/cli/interrupts.ts). A Windows console tells every process in it, and passing
 * it on would end the child at once.
 */
function passSignals(child) {
  const handlers = ['SIGINT', 'SIGTERM', 'SIGHUP'].map((signal) => {
    const heardAnyway = signal === 'SIGINT' && process.platform === 'win32';
    return [signal, () => heardAnyway || child.kill(signal)];
  });
  for (const [signal, handler] of handlers) process.on(signal, handler);
  return () => {
    for (const [signal, handler] of handlers) process.off(signal, handler);
  };
}
