import { defineConfig } from 'vitest/config'

// Workspace packages are tested as they are written, not as they were last built.
const conditions = ['@humuus/source', 'module', 'node', 'development|production']

export default defineConfig({
  resolve: { conditions },
  ssr: { resolve: { conditions } },
  test: { include: ['src/**/*.test.ts'] },
})
