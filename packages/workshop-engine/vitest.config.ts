import { defineConfig } from 'vitest/config'

// Workspace packages are tested as they are written, not as they were last built.
const conditions = ['@humuus/source', 'module', 'node', 'development|production']

export default defineConfig({
  resolve: { conditions },
  ssr: { resolve: { conditions } },
  test: {
    include: ['src/**/*.test.ts'],
    // Nothing here leaves anything behind, so the files of a worker share what they import.
    isolate: false,
    // A law that is broken takes its time to find the smallest history that breaks it.
    testTimeout: 60_000,
  },
})
