/** A program of its own: prints in words which adapter WebGPU (Dawn) finds. See machine.ts. */
import { create } from 'webgpu';

const adapter = await create([]).requestAdapter();
if (adapter === null) process.stdout.write('no adapter found\n');
else {
  const { description, device, vendor } = adapter.info;
  const name = description || device || vendor || 'an adapter without a name';
  process.stdout.write(`${name}; Pawlab doesn't train on WebGPU yet\n`);
}
process.exit(0);
