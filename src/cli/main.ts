/** The terminal host: the commands of `pawlab`. */
import { Command, CommanderError } from 'commander';
import packageFile from '../../package.json' with { type: 'json' };
import { compose, type Program } from '../engine-host/compose.ts';
import { demoCommand } from './commands/demo.ts';
import { doctorCommand } from './commands/doctor.ts';
import { gpuCommand } from './commands/gpu.ts';
import { predictCommand } from './commands/predict.ts';
import { sampleCommand } from './commands/sample.ts';
import { serveCommand } from './commands/serve.ts';
import { trainCommand } from './commands/train.ts';
import { exit } from './follow.ts';

const started = { program: null as Program | null };
/** Wired when a command first needs it: help and usage errors answer at once. */
const program = (): Program => (started.program ??= compose());

// Whoever reads our output may stop reading (`pawlab … | head`): an end, not a bug.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit(exit.fine);
});

let exitCode: number = exit.fine;
const ended = (code: number): void => {
  exitCode = code;
};

const pawlab = new Command('pawlab')
  .description(packageFile.description)
  .version(packageFile.version)
  .configureHelp({ showGlobalOptions: true });
for (const command of [trainCommand, predictCommand, demoCommand, sampleCommand, doctorCommand]) {
  pawlab.addCommand(command(program, ended));
}
pawlab.addCommand(gpuCommand(program, ended));
pawlab.addCommand(serveCommand(ended));
for (const command of [pawlab, ...pawlab.commands]) command.exitOverride().showHelpAfterError('(--help says more)');

try {
  await pawlab.parseAsync();
} catch (error) {
  if (!(error instanceof CommanderError)) throw error;
  exitCode = error.exitCode === 0 ? exit.fine : exit.usage;
}
await started.program?.close();
process.exitCode = exitCode;
