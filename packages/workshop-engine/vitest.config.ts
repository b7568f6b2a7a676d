import { defineConfig } from 'vitest/config'

// Workspace packages are tested as they are written, not as they were last built.
const conditions = ['@humuus/source', 'module', 'node', 'development|production']

export default defineConfig({
  resolve: { conditions },
  ssr: { resolve: { conditions } },
  // Nothing here leaves anything behind, so the files of a worker share what they import.
  test: { include: ['src/**/*.test.ts'], isolate: false },
})
