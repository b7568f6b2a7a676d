import { defineConfig } from 'vitest/config'

// Without 'module': some libraries have files under it that only bundlers can read.
const conditions = ['@humuus/source', 'node', 'development|production']

export default defineConfig({
  resolve: { conditions },
  ssr: { resolve: { conditions } },
  test: { name: 'telemetry', include: ['src/**/*.test.ts'], testTimeout: 20_000 },
})
