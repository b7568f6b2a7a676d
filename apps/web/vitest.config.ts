import { defineConfig } from 'vitest/config'

// Without 'import' and 'module': Vitest hands these to Node, whose `require` would then find ES modules.
const conditions = ['@humuus/source', 'module', 'node', 'development|production']

export default defineConfig({
  resolve: { conditions },
  ssr: { resolve: { conditions } },
  test: {
    name: 'web',
    include: ['*.test.ts', '{src,sw}/**/*.test.ts', 'src/**/*.test.tsx'],
    // Stylesheets are empty in tests, but for the one whose colours are tested.
    css: { include: [/tokens\.css/] },
    testTimeout: 20_000,
    hookTimeout: 20_000,
  },
})
