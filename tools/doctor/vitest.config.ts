import { defineConfig } from 'vitest/config'

const conditions = ['@humuus/source', 'module', 'node', 'development|production']

export default defineConfig({
  resolve: { conditions },
  ssr: { resolve: { conditions } },
  test: {
    name: 'doctor',
    include: ['src/**/*.test.ts'],
    globalSetup: ['../../packages/db/src/testing/global-setup.ts'],
    // Programs are started, and a whole workshop is written.
    testTimeout: 180_000,
    hookTimeout: 60_000,
  },
})
