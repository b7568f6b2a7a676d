import { defineConfig } from 'vitest/config'

// Without 'import' and 'module': some libraries have files under them that only bundlers can read.
const conditions = ['@humuus/source', 'node', 'development|production']

export default defineConfig({
  resolve: { conditions },
  ssr: { resolve: { conditions } },
  test: {
    name: 'worker',
    include: ['src/**/*.test.ts'],
    globalSetup: ['../../packages/db/src/testing/global-setup.ts'],
    testTimeout: 20_000,
    hookTimeout: 20_000,
  },
})
