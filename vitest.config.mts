import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    exclude: ['test/e2e/**'],
    globalSetup: 'scripts/lib/vitestSetup.mjs',
    testTimeout: 20_000,
    restoreMocks: true,
    // A forgotten `.only` would silently leave out all others.
    allowOnly: false,
  },
});
