import { resolve } from 'node:path';
import { createInterface } from 'node:readline/promises';
import { Command } from 'commander';
import type { TestSource } from '../../contract/api.ts';
import type { DeviceChoice, ExecutorChoice } from '../../contract/devices.ts';
import type { Program } from '../../engine-host/compose.ts';
import { follow } from '../follow.ts';
import {
  addSettings,
  deviceOption,
  executorOption,
  givenSettings,
  jsonOption,
  labelPairs,
  runPath,
  share,
} from '../options.ts';

interface TrainOptions {
  readonly test?: string;
  readonly holdBack?: number;
  readonly project?: string;
  readonly labels?: Readonly<Record<string, string>>;
  readonly resume?: string;
  readonly device: DeviceChoice;
  readonly executor: ExecutorChoice;
  readonly json: boolean;
}

export function trainCommand(program: () => Program, ended: (exitCode: number) => void): Command {
  const command = new Command('train')
    .description('train a network from a folder that holds one folder of pictures per class')
    .argument('[folder]', 'the training folder')
    .option('--test <folder>', 'measure each epoch on the pictures of this folder')
    .option('--hold-back <share>', 'measure on a share of each class held back from training, such as 0.2', share)
    .option('--project <folder>', "the project's folder (default: by the data set's name in ~/Pawlab)")
    .option('--labels <pairs>', 'what to call the classes, such as cats=cat,dogs=dog', labelPairs)
    .option('--resume <run>', 'go on with a run that was stopped: its folder, its name, or last')
    .addOption(deviceOption())
    .addOption(executorOption())
    .addOption(jsonOption());
  addSettings(command);
  return command.action(async (folder: string | undefined, options: TrainOptions) => {
    if (options.resume !== undefined) {
      if (folder !== undefined) command.error('error: --resume takes no training folder: the run knows its own');
      const { resume: run, device, executor, json } = options;
      const request = { run: runPath(run), epochs: null, device, executor };
      ended((await follow(program(), json, () => program().studio.resume(request))).exitCode);
      return;
    }
    if (folder === undefined) {
      return command.error("error: missing argument 'folder': the training folder, or --resume RUN");
    }
    if (options.test !== undefined && options.holdBack !== undefined) {
      command.error('error: --test and --hold-back exclude each other');
    }
    ended(await train(program(), resolve(folder), options, givenSettings({ ...options })));
  });
}

async function train(
  program: Program,
  training: string,
  options: TrainOptions,
  settings: ReturnType<typeof givenSettings>,
): Promise<number> {
  const request = {
    training,
    test: await testSource(program, training, options),
    project: options.project === undefined ? null : resolve(options.project),
    labels: options.labels ?? {},
    settings,
    device: options.device,
    executor: options.executor,
  };
  return (await follow(program, options.json, () => program.studio.train(request))).exitCode;
}

async function testSource(program: Program, training: string, options: TrainOptions): Promise<TestSource> {
  if (options.test !== undefined) return { kind: 'folder', folder: resolve(options.test) };
  if (options.holdBack !== undefined) return { kind: 'holdBack', share: options.holdBack };
  const [beside] = await program.studio.testFoldersBeside(training);
  if (beside !== undefined && (await accepted(beside))) return { kind: 'folder', folder: beside };
  return { kind: 'none' };
}

/** Asks whether to test on a folder found beside the training folder; without a terminal, says how to. */
async function accepted(folder: string): Promise<boolean> {
  if (!process.stdin.isTTY || !process.stderr.isTTY) {
    process.stderr.write(`No test set is used. There is one beside the training folder: --test ${folder}\n`);
    return false;
  }
  const asking = createInterface({ input: process.stdin, output: process.stderr });
  try {
    const answer = await asking.question(`Measure each epoch on ${folder}? [Y/n] `);
    return !/^n/i.test(answer.trim());
  } finally {
    asking.close();
  }
}
