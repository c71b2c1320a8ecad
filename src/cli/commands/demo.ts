import { Command } from 'commander';
import type { DeviceChoice } from '../../contract/devices.ts';
import { settingTable } from '../../contract/settings.ts';
import type { Program } from '../../engine-host/compose.ts';
import { exit, follow } from '../follow.ts';
import { deviceOption, jsonOption } from '../options.ts';

/** Enough for the sample set to be learned, in well under three minutes on two cores. */
const demoEpochs = 15;

export function demoCommand(program: () => Program, ended: (exitCode: number) => void): Command {
  return new Command('demo')
    .description('draw the sample set, train on it and label pictures that the network has not seen')
    .addOption(deviceOption())
    .addOption(jsonOption())
    .action(async (options: { readonly device: DeviceChoice; readonly json: boolean }) => {
      ended(await demo(program(), options.device, options.json));
    });
}

async function demo(program: Program, device: DeviceChoice, json: boolean): Promise<number> {
  const { studio } = program;
  const drawing = await follow(program, json, () =>
    studio.drawSample({ folder: null, seed: settingTable.seed.default }),
  );
  const drawn = drawing.reports.find((report) => report.type === 'drawn');
  if (drawn === undefined) return drawing.exitCode;
  const training = await follow(program, json, () =>
    studio.train({
      training: drawn.training,
      test: { kind: 'folder', folder: drawn.test },
      project: null,
      labels: {},
      settings: { epochs: demoEpochs },
      device,
      executor: 'auto',
    }),
  );
  const done = training.reports.find((report) => report.type === 'done');
  if (done === undefined || training.exitCode !== exit.fine) return training.exitCode;
  const right: boolean[] = [];
  const prediction = await follow(
    program,
    json,
    () => studio.predict({ run: done.run, paths: [drawn.unseen], checkpoint: 'best', threshold: 0.5, device }),
    (report) => {
      if (report.type === 'prediction') right.push(report.class === drawn.truth[report.file]);
    },
  );
  if (!json) {
    process.stdout.write(`${right.filter(Boolean).length} of these ${right.length} unseen pictures are right.\n`);
    process.stdout.write(`The run is stored in ${done.run}\n`);
  }
  return prediction.exitCode;
}
