import { resolve } from 'node:path';
import { Command } from 'commander';
import { settingTable } from '../../contract/settings.ts';
import type { Program } from '../../engine-host/compose.ts';
import { follow } from '../follow.ts';
import { jsonOption } from '../options.ts';

export function sampleCommand(program: () => Program, ended: (exitCode: number) => void): Command {
  return new Command('sample')
    .description('draw the sample set: cats and dogs in a training, a test and an unseen folder')
    .argument('[folder]', 'where to (default: a folder of its own in ~/Pawlab/pictures)')
    .addOption(jsonOption())
    .action(async (folder: string | undefined, { json }: { readonly json: boolean }) => {
      const request = { folder: folder === undefined ? null : resolve(folder), seed: settingTable.seed.default };
      ended((await follow(program(), json, () => program().studio.drawSample(request))).exitCode);
    });
}
