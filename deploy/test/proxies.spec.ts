import { execFile } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { openRig, Program, portToKeep, type Rig } from '@humuus/rig'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { proxies } from './proxies.ts'

const repository = fileURLToPath(new URL('../..', import.meta.url))
const secret = 'a secret of this test that has more than 32 characters'
const folder = mkdtempSync(join(tmpdir(), 'humuus-proxies-'))

describe('every example of a proxy lets everything through that people need', () => {
  let port: number
  let rig: Rig

  beforeAll(async () => {
    port = await portToKeep()
    const env = { PUBLIC_URL: `https://localhost:${port}`, TRUST_PROXY: '1', INTERNAL_SECRET: secret }
    rig = await openRig({ worker: false, env })
  })
  afterAll(async () => {
    await rig[Symbol.asyncDispose]()
    rmSync(folder, { recursive: true })
  })

  test.for(proxies)('$name', async ({ name, program, pack, prepare }, { skip }) => {
    if (!existsSync(program)) {
      if (process.env.HUMUUS_TEST_ALL === '1') throw new Error(`HUMUUS_TEST_ALL=1 insists on ${program} (${pack})`)
      skip(`${program} is not installed (${pack})`)
    }
    const [serverUrl = ''] = rig.urls
    const place = { folder: join(folder, name), port, server: new URL(serverUrl).host }
    mkdirSync(place.folder)
    const { command, authority, env } = prepare(place)
    const proxy = new Program({
      ...{ name, command, cwd: place.folder, env: { ...process.env, ...env }, log: join(folder, `${name}.log`) },
      check: async () => existsSync(authority) && (await isOpen(port)),
      onDeath: (how) => expect.unreachable(`${name} died: ${how}`),
    })
    await using _ = { [Symbol.asyncDispose]: () => proxy.stop() }
    await proxy.start()
    const says = await doctor({
      ...{ DATABASE_URL: rig.database.url, PUBLIC_URL: `https://localhost:${port}`, SERVER_URL: serverUrl },
      ...{
        TRUST_PROXY: '1',
        INTERNAL_SECRET: secret,
        FILES_DIR: join(folder, 'files'),
        NODE_EXTRA_CA_CERTS: authority,
      },
    })
    for (const words of [
      'people come over HTTPS',
      'WebSockets get through',
      'parts of uploads get through',
      'the server sees this machine as 127.0.0.1, and cannot be fooled',
    ])
      expect(says).toContain(`✓ ${words}`)
    expect(says).not.toContain('✗')
  })
})

/** What `npm run doctor` prints in this environment. */
function doctor(env: Record<string, string>): Promise<string> {
  const program = join(repository, 'tools/doctor/src/main.ts')
  const args = ['--import', 'tsx', '--conditions=@humuus/source', program]
  const options = { cwd: join(repository, 'tools/doctor'), env: { PATH: process.env.PATH, ...env } }
  return new Promise((resolve) =>
    execFile(process.execPath, args, options, (_, said, trouble) => resolve(said + trouble)),
  )
}

async function isOpen(port: number): Promise<boolean> {
  return fetch(`http://127.0.0.1:${port}/`).then(
    () => true,
    // Speaks HTTPS alone, as it should.
    ({ cause }: { cause?: { code?: string } }) => cause?.code !== 'ECONNREFUSED',
  )
}
