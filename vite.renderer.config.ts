/** The page, the same for the window and for browsers. */
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vite';

export default defineConfig({
  root: 'src/renderer',
  // It is served from `/` and from the window's own scheme: addresses are relative.
  base: './',
  plugins: [svelte()],
  build: { outDir: '../../out/renderer', emptyOutDir: true, target: 'chrome140', chunkSizeWarningLimit: 1000 },
});
