import { defineConfig } from 'vitest/config'

// Without 'import' and 'module': Vitest hands these to Node, which finds files in them that are for bundlers.
const conditions = ['@humuus/source', 'node', 'development|production']

export default defineConfig({
  resolve: { conditions },
  ssr: { resolve: { conditions } },
  test: {
    name: 'server',
    include: ['src/**/*.test.ts'],
    globalSetup: ['../../packages/db/src/testing/global-setup.ts'],
    testTimeout: 30_000,
    hookTimeout: 30_000,
  },
})
