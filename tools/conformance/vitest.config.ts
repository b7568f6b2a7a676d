import { defineConfig } from 'vitest/config'

const conditions = ['@humuus/source', 'module', 'node', 'development|production']

export default defineConfig({
  resolve: { conditions },
  ssr: { resolve: { conditions } },
  test: { name: 'conformance', include: ['src/**/*.test.ts'], testTimeout: 20_000 },
})
