import { defineConfig } from 'vitest/config'

const conditions = ['@humuus/source', 'module', 'node', 'development|production']

export default defineConfig({
  resolve: { conditions },
  ssr: { resolve: { conditions } },
  test: {
    name: 'bots',
    include: ['src/**/*.test.ts'],
    globalSetup: ['../../packages/db/src/testing/global-setup.ts'],
    // A whole workshop is played.
    testTimeout: 180_000,
    hookTimeout: 60_000,
  },
})
