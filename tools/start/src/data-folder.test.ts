import { chmodSync, cpSync, writeFileSync } from 'node:fs'
import { basename } from 'node:path'
import { describe, expect, test } from 'vitest'
import { chooseDataFolder } from './data-folder.mjs'
import { inRepository } from './repository.mjs'
import { launch } from './testing/launcher.ts'
import { scratchFolder } from './testing/scratch.ts'

/** The folder that a checkout chooses which only its owner can enter. */
async function choiceInShutCheckout(environment: { dataFolder: string | null; databaseUrl: string | null }) {
  using checkout = scratchFolder()
  cpSync(inRepository('tools', 'start', 'src'), `${checkout.path}/tools/start/src`, { recursive: true })
  const code = `import { chooseDataFolder } from './data-folder.mjs'
    console.log(chooseDataFolder(${JSON.stringify(environment)}))`
  writeFileSync(`${checkout.path}/tools/start/src/choose.mjs`, code)
  chmodSync(checkout.path, 0o700)
  const choosing = launch(`${checkout.path}/tools/start/src/choose.mjs`, {})
  await choosing.ended
  return { chosen: choosing.printed().trim(), checkout: checkout.path }
}

describe('data is kept', () => {
  test('where it was told to, seen from the project', () => {
    expect(chooseDataFolder({ dataFolder: '/srv/humuus', databaseUrl: null })).toBe('/srv/humuus')
    expect(chooseDataFolder({ dataFolder: 'elsewhere', databaseUrl: null })).toBe(inRepository('elsewhere'))
  })

  test('in the project itself, unless root started it where the database may not enter', async () => {
    const { chosen, checkout } = await choiceInShutCheckout({ dataFolder: null, databaseUrl: null })
    const isRoot = process.getuid?.() === 0
    expect(chosen.startsWith(isRoot ? `/var/lib/humuus/${basename(checkout)}-` : `${checkout}/.humuus`)).toBe(true)
  })

  test('in the project itself where the database is somebody else’s', async () => {
    const databaseUrl = 'postgresql://db/humuus'
    const { chosen, checkout } = await choiceInShutCheckout({ dataFolder: null, databaseUrl })
    expect(chosen).toBe(`${checkout}/.humuus`)
  })
})
