import { Command } from 'commander';
import type { Program } from '../../engine-host/compose.ts';
import { follow } from '../follow.ts';
import { jsonOption } from '../options.ts';

export function doctorCommand(program: () => Program, ended: (exitCode: number) => void): Command {
  return new Command('doctor')
    .description('say what this computer has, and measure a training step on each device')
    .addOption(jsonOption())
    .action(async ({ json }: { readonly json: boolean }) => {
      ended((await follow(program(), json, () => program().studio.examine())).exitCode);
    });
}
