import type { DeviceId } from '../contract/devices.ts';

export const deviceNames: Readonly<Record<DeviceId, string>> = {
  tensorflow: 'TensorFlow',
  webgpu: 'WebGPU',
  wasm: 'WebAssembly',
};

/** Milliseconds per training step, by device: the fastest first. */
export type Ranking = readonly (readonly [id: DeviceId, milliseconds: number])[];

/** Why the first is taken: "2.1 times as fast as WebAssembly (18 ms against 38 ms a step), measured on 2026-11-24". */
export function describeLead([winner, ...others]: Ranking, date: string): string {
  if (winner === undefined || others.length === 0) return 'the only one usable';
  const [, best] = winner;
  const leads = others.map(
    ([id, time]) =>
      `${(time / best).toFixed(1)} times as fast as ${deviceNames[id]} (${inMilliseconds(best, time)} a step)`,
  );
  return `${leads.join(', ')}, measured on ${date}`;
}

const inMilliseconds = (best: number, other: number): string => `${figure(best)} ms against ${figure(other)} ms`;

/** Two digits or more. */
const figure = (milliseconds: number): string => milliseconds.toFixed(milliseconds < 10 ? 1 : 0);
