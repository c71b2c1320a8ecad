import { join } from 'node:path';
import { defineConfig } from 'electron-vite';
import renderer from './vite.renderer.config.ts';

export default defineConfig({
  main: { build: { rolldownOptions: { input: { index: 'src/main/index.ts' } } } },
  preload: {
    build: {
      // A sandboxed preload script is one CommonJS file.
      externalizeDeps: false,
      rolldownOptions: {
        input: { index: 'src/preload/index.ts' },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  // electron-vite takes the folder from here, vite from the page's.
  renderer: { ...renderer, build: { ...renderer.build, outDir: join(import.meta.dirname, 'out', 'renderer') } },
});
