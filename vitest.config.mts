import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    exclude: ['test/e2e/**', 'node_modules/**'],
    testTimeout: 30_000,
    // Rooms share two cores with a real editor in `npm test`; more workers than that only fight.
    maxWorkers: 2,
  },
});
