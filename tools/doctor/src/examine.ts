import { dataFolder } from './checks/data-folder.ts'
import { database } from './checks/database.ts'
import { machine } from './checks/machine.ts'
import { mail } from './checks/mail.ts'
import { redis } from './checks/redis.ts'
import { scanner } from './checks/scanner.ts'
import { server } from './checks/server.ts'
import { storage } from './checks/storage.ts'
import { bad, type Check, type Finding } from './finding.ts'
import type { Settings } from './settings.ts'

export interface Examined {
  readonly name: string
  readonly findings: readonly Finding[]
}

const checks = (settings: Settings): readonly Check[] => [
  { name: 'Machine', look: () => machine(settings) },
  { name: 'Data folder', look: () => dataFolder(settings) },
  { name: 'Database', look: () => database(settings) },
  { name: 'Redis', look: () => redis(settings) },
  { name: 'Mail', look: () => mail(settings) },
  { name: 'Files', look: () => storage(settings.env) },
  { name: 'Virus scanner', look: () => scanner(settings) },
  { name: 'Server', look: () => server(settings) },
]

/** Looks at every part, one after the other; what cannot be looked at is bad. */
export async function* examine(settings: Settings): AsyncIterable<Examined> {
  for (const { name, look } of checks(settings)) {
    yield { name, findings: await look().catch((error: unknown) => [failed(error)]) }
  }
}

function failed(error: unknown): Finding {
  const { message, code } = error as NodeJS.ErrnoException
  return bad(
    `it cannot be used: ${message || code || 'for no known reason'}`,
    'see whether its address is right and whether it runs',
  )
}
