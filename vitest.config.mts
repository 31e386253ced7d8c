import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    globalSetup: 'scripts/lib/vitestSetup.mjs',
    testTimeout: 60_000,
    restoreMocks: true,
    // A forgotten `.only` would silently leave out all others.
    allowOnly: false,
    projects: [
      {
        extends: true,
        test: {
          name: 'behaviour',
          // By default a core is left idle, which is half of a machine with two.
          maxWorkers: '100%',
          // Tests share what is loaded: loading it anew for each file would take as long as the tests themselves.
          isolate: false,
          include: ['test/**/*.test.ts'],
          exclude: ['test/e2e/**', 'test/growth/**'],
          sequence: { groupOrder: 0 },
        },
      },
      {
        extends: true,
        test: {
          name: 'growth',
          include: ['test/growth/**/*.test.ts'],
          // After the others, and with room for what a run leaves behind: cost is measured, and collecting garbage is
          // not what is meant to grow.
          sequence: { groupOrder: 1 },
          execArgv: [
            '--expose-gc',
            '--single-threaded-gc',
            ...['--min-semi-space-size=256', '--max-semi-space-size=256'],
          ],
        },
      },
    ],
  },
});
