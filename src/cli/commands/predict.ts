import { resolve } from 'node:path';
import { Command, Option } from 'commander';
import type { CheckpointChoice } from '../../contract/api.ts';
import type { DeviceChoice } from '../../contract/devices.ts';
import type { Program } from '../../engine-host/compose.ts';
import { exit, follow } from '../follow.ts';
import { deviceOption, jsonOption, runPath, score } from '../options.ts';

interface PredictOptions {
  readonly checkpoint: CheckpointChoice;
  readonly threshold: number;
  readonly device: DeviceChoice;
  readonly json: boolean;
}

export function predictCommand(program: () => Program, ended: (exitCode: number) => void): Command {
  return new Command('predict')
    .description('label pictures and the pictures in folders')
    .argument('<run>', "a run: its folder, its name, or 'last'")
    .argument('<paths...>', 'pictures and folders')
    .addOption(
      new Option('--checkpoint <name>', 'which weights answer: the best epoch by accuracy, by loss, or the last')
        .choices(['best', 'best-loss', 'last'])
        .default('best'),
    )
    .option('--threshold <score>', 'two classes: answer the second from this score on', score, 0.5)
    .addOption(deviceOption())
    .addOption(jsonOption())
    .action(async (run: string, paths: string[], options: PredictOptions) => {
      const { checkpoint, threshold, device, json } = options;
      const request = { run: runPath(run), paths: paths.map((path) => resolve(path)), checkpoint, threshold, device };
      const { reports, exitCode } = await follow(program(), json, () => program().studio.predict(request));
      const summary = reports.find((report) => report.type === 'predicted');
      // Rows that can't be read don't fail the others; where there are no others, it failed.
      ended(exitCode === exit.fine && summary?.pictures === 0 ? exit.failed : exitCode);
    });
}
