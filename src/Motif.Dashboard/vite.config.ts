import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

/** Where `npm run dev` finds a running `motif serve`. */
const server = process.env.MOTIF_SERVER ?? 'http://127.0.0.1:5080';

export default defineConfig({
  plugins: [react()],
  server: {
    proxy: Object.fromEntries(
      ['/api', '/health', '/openapi'].map((path) => [path, { target: server, changeOrigin: true }]),
    ),
  },
  build: {
    // MSBuild names another folder, so that a build that fails half-way leaves the last good one in place.
    outDir: process.env.MOTIF_DASHBOARD_OUT ?? '../Motif.Server/wwwroot',
    emptyOutDir: true,
    target: 'es2022',
    // Browsers that know light-dark(): its translation for older ones does not see Mantine's colour scheme.
    cssTarget: ['chrome123', 'firefox120', 'safari17.5'],
    // The content security policy allows no data: scripts or fonts.
    assetsInlineLimit: 0,
    // ECharts is the one large chunk; it is loaded only by pages that draw.
    chunkSizeWarningLimit: 700,
  },
  test: {
    environment: 'happy-dom',
    setupFiles: ['./src/test/setup.ts'],
    testTimeout: 300_000,
    env: { DEBUG_PRINT_LIMIT: '0' },
    // The tests of a file clean up after themselves; a fresh DOM for each file costs more than the tests.
    isolate: false,
    maxWorkers: 2,
    restoreMocks: true,
    unstubGlobals: true,
  },
});
