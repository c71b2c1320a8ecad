/**
 * A program of its own: prints as JSON which adapter WebGPU (Dawn) finds, null where there is none. Graphics drivers crash
 * and write to the terminal; here only the question is lost. See webgpu-adapter.ts.
 */
import { create } from 'webgpu';

const gpu = create([]);
const adapter = await gpu.requestAdapter({ powerPreference: 'high-performance' });
const info = adapter?.info;
process.stdout.write(
  `${JSON.stringify(
    info === undefined
      ? null
      : {
          vendor: info.vendor,
          device: info.device,
          driver: info.description,
          fallback: info.isFallbackAdapter,
        },
  )}\n`,
);
process.exit(0);
