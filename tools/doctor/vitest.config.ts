import { defineConfig } from 'vitest/config'

// Without 'import' and 'module': Vitest hands these to Node, which finds files in them that are for bundlers.
const conditions = ['@humuus/source', 'node', 'development|production']

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
