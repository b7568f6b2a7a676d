import type { TestProject } from 'vitest/node'
import { postgresForTests } from './postgres-for-tests.ts'
import type {} from './test-database.ts'

/** Vitest's `globalSetup`: one PostgreSQL for the whole run, with a template that `testDatabase()` copies. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = await postgresForTests()
  project.provide('databaseUrl', server.url)
  project.provide('databaseTemplate', server.template)
  return async () => {
    await server[Symbol.asyncDispose]()
  }
}
