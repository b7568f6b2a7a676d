import { existsSync, readdirSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'

// Workspace packages are read from their sources: tests of a package need no build of the others.
const conditions = ['@humuus/source', 'module', 'node', 'development|production']

const folders = ['packages', 'apps', 'tools'].flatMap((parent) =>
  readdirSync(new URL(`./${parent}`, import.meta.url), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => `${parent}/${entry.name}`),
)

const ownConfig = (folder: string) => `${folder}/vitest.config.ts`
const hasOwnConfig = (folder: string) => existsSync(new URL(ownConfig(folder), import.meta.url))

/** One project a folder, so that its name stands before each failure. */
const beside = [...folders, 'e2e', 'deploy'].map((folder) =>
  hasOwnConfig(folder)
    ? ownConfig(folder)
    : { extends: true as const, test: { name: folder, root: folder, include: ['**/*.test.{ts,tsx}'] } },
)

/** Whole systems and real browsers: one after the other, when everything else is done, so that they have the machine to themselves. */
const journeys = {
  extends: true as const,
  test: {
    name: 'journeys',
    include: ['{apps,tools,e2e,deploy}/**/*.spec.ts'],
    fileParallelism: false,
    sequence: { groupOrder: 1 },
    testTimeout: 300_000,
    hookTimeout: 300_000,
  },
}

export default defineConfig({
  resolve: { conditions },
  ssr: { resolve: { conditions } },
  test: {
    projects: [...beside, journeys],
    exclude: ['**/node_modules/**', '**/dist/**'],
    reporters: ['default', './tools/start/src/summary-reporter.mjs'],
    maxWorkers: Math.max(2, availableParallelism() - 1),
    // The OpenID provider of tests says with every start that it is one for tests.
    onConsoleLog: (log) => !/oidc-provider (WARNING|NOTICE)/.test(log),
    // Real databases on a busy machine: the limit is there to end what hangs, not to measure.
    testTimeout: 20_000,
    hookTimeout: 60_000,
  },
})
