import { Command } from 'commander';
import type { StudioApi } from '../../contract/api.ts';
import type { Program } from '../../engine-host/compose.ts';
import { follow } from '../follow.ts';
import { jsonOption } from '../options.ts';

/** As the program does for its own commands; those inside a command don't inherit it. */
const withUsageErrors = (command: Command): Command => command.exitOverride().showHelpAfterError('(--help says more)');

type Call = 'gpuPack' | 'installGpuPack' | 'removeGpuPack';

export function gpuCommand(program: () => Program, ended: (exitCode: number) => void): Command {
  const following = (command: Command, call: Call): Command =>
    withUsageErrors(command)
      .addOption(jsonOption())
      .action(async (_options: unknown, self: Command) => {
        const { json } = self.optsWithGlobals<{ readonly json: boolean }>();
        const studio = (): StudioApi => program().studio;
        ended((await follow(program(), json, () => studio()[call]())).exitCode);
      });
  const install = new Command('install').description(
    "fetch TensorFlow's CUDA build and NVIDIA's libraries once (Linux x64), or go on fetching them",
  );
  const remove = new Command('remove').description('delete them');
  return following(new Command('gpu').description('say whether the GPU pack for NVIDIA GPUs is installed'), 'gpuPack')
    .addCommand(following(install, 'installGpuPack'))
    .addCommand(following(remove, 'removeGpuPack'));
}
