import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  plugins: [svelte()],
  clearScreen: false,
  server: { port: 1420, strictPort: true },
  // WebKitGTK 2.40 is the oldest engine that Tauri 2 meets.
  // Half of the script is the table of pinyin; it is read from this machine's disk, so its size costs no waiting.
  build: {
    target: 'safari16.4',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 1000,
    // The main window and the room's screen.
    rollupOptions: { input: ['index.html', 'projector.html'] },
  },
  test: { include: ['src/**/*.test.ts'] },
});
