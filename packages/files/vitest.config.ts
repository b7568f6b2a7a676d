import { defineConfig } from 'vitest/config'

// Without 'import' and 'module': Vitest hands these to Node, which finds files in them that are for bundlers.
const conditions = ['@humuus/source', 'node', 'development|production']

export default defineConfig({
  resolve: { conditions },
  ssr: { resolve: { conditions } },
  test: { name: 'files', include: ['src/**/*.test.ts'], testTimeout: 20_000, hookTimeout: 20_000 },
})
