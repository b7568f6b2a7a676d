import { existsSync, readFileSync } from 'node:fs'
import { setTimeout } from 'node:timers/promises'
import { afterAll, describe, expect, test } from 'vitest'
import { startOf } from './process-identity.mjs'
import { launch } from './testing/launcher.ts'
import { freePort, listener, scratchFolder } from './testing/scratch.ts'
import { smallRepository } from './testing/small-repository.ts'

const repository = smallRepository()
const database = await listener()
afterAll(async () => {
  await repository[Symbol.asyncDispose]()
  await database[Symbol.asyncDispose]()
})

/** A data folder and a port of one's own, and the command to start on them. */
async function installation(env: Record<string, string> = {}) {
  const data = scratchFolder()
  const port = await freePort()
  const databaseUrl = `postgresql://ann:secret@127.0.0.1:${database.port}/humuus`
  const url = `http://127.0.0.1:${port}`
  const surroundings = { HUMUUS_DATA: data.path, PORT: String(port), DATABASE_URL: databaseUrl, ...env }
  return {
    url,
    databaseUrl,
    start: () => launch(`${repository.folder}/tools/start/src/start.mjs`, surroundings),
    told: async () => JSON.parse(await (await fetch(url)).text()) as { pid: number; told: Record<string, string> },
    journal: () => readFileSync(`${data.path}/journal`, 'utf8').trim().split('\n'),
    secrets: () => {
      const { authSecrets, internalSecret } = JSON.parse(readFileSync(`${data.path}/secrets.json`, 'utf8'))
      return { authSecret: authSecrets[0].secret as string, internalSecret: internalSecret as string }
    },
    hasSecrets: () => existsSync(`${data.path}/secrets.json`),
    lock: `${data.path}/running.json`,
    [Symbol.dispose]: data[Symbol.dispose],
  }
}

async function until(isTrue: () => boolean) {
  while (!isTrue()) await setTimeout(20)
}

describe('npm start', { timeout: 60_000 }, () => {
  test('installs, builds and starts the first time, and only starts the second time', async () => {
    using here = await installation()
    await using first = here.start()
    await first.prints('Ctrl-C')
    expect(first.printed()).toMatch(
      /^Installing packages\..*\nInstalled in \d+ s\.\nBuilding what is new\.\nBuilt in \d+ s\.\n\n {2}humuus is running/,
    )
    first.process.kill('SIGINT')
    await first.ended

    await using second = here.start()
    await second.prints('Ctrl-C')
    expect(second.printed()).toMatch(/^\n {2}humuus is running/)
    expect(second.printed()).toContain(`Join    ${here.url}\n`)
  })

  test('tells the server what it needs, and nobody the secrets', async () => {
    using here = await installation({ LOG_LEVEL: 'error' })
    await using running = here.start()
    await running.prints('Ctrl-C')
    const { authSecret, internalSecret } = here.secrets()
    const { told } = await here.told()
    expect(told).toEqual({
      DATABASE_URL: here.databaseUrl,
      HOST: '127.0.0.1',
      PORT: new URL(here.url).port,
      AUTH_SECRET: authSecret,
      INTERNAL_SECRET: internalSecret,
      LOG_LEVEL: 'error',
      WEB_DIR: `${repository.folder}/apps/web/dist`,
    })
    expect(here.journal()).toEqual(['server ready', 'worker ready'])
    for (const secret of [authSecret, internalSecret, 'secret']) expect(running.printed()).not.toContain(secret)
  })

  test('tells the server alone what is its business; secrets that were given are not kept', async () => {
    const secrets = { AUTH_SECRET: `${'n'.repeat(32)},${'o'.repeat(32)}`, INTERNAL_SECRET: 'i'.repeat(32) }
    const provider = { OIDC_ISSUER: 'https://id.example', OIDC_CLIENT_ID: 'humuus', OIDC_CLIENT_SECRET: 'of-a-client' }
    using here = await installation({ ...secrets, ...provider, PUBLIC_URL: 'https://workshops.example' })
    await using running = here.start()
    await running.prints('Ctrl-C')
    expect((await here.told()).told).toMatchObject({
      ...secrets,
      PUBLIC_URL: 'https://workshops.example',
      OIDC_CLIENT_SECRET: 'of-a-client',
    })
    expect(here.journal()).toEqual(['server ready', 'worker ready'])
    expect(here.hasSecrets()).toBe(false)
  })

  test('tells both where mail is sent, the worker from whom, and nobody the password', async () => {
    using here = await installation({
      SMTP_URL: `smtp://ann:mail-password@127.0.0.1:${database.port}`,
      MAIL_FROM: 'Ann <ann@example.org>',
    })
    await using running = here.start()
    await running.prints('Ctrl-C')
    const { told } = await here.told()
    const url = `smtp://ann:mail-password@127.0.0.1:${database.port}`
    expect(told).toMatchObject({ SMTP_URL: url })
    expect(told).not.toHaveProperty('MAIL_FROM')
    expect(here.journal()).toContain(`worker sends from Ann <ann@example.org> over ${url}`)
    expect(running.printed()).not.toMatch(/mail-password|nothing answers/)
  })

  test('says that nothing answers where mail is sent, and starts all the same', async () => {
    const nobody = await freePort()
    using here = await installation({ SMTP_URL: `smtp://ann:mail-password@127.0.0.1:${nobody}` })
    await using running = here.start()
    await running.prints('Ctrl-C')
    expect(running.printed()).toContain(
      `SMTP_URL: nothing answers at 127.0.0.1, port ${nobody} (ECONNREFUSED); mail waits until something does.\n`,
    )
    expect(running.printed()).not.toContain('mail-password')
  })

  test.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)(
    'on %s stops the worker, then the server, and leaves nothing behind',
    async (signal) => {
      using here = await installation()
      await using running = here.start()
      await running.prints('Ctrl-C')
      const { pid } = await here.told()
      running.process.kill(signal)
      expect(await running.ended).toBe(0)
      expect(here.journal()).toEqual(['server ready', 'worker ready', 'worker stopped', 'server stopped'])
      expect(startOf(pid)).toBeNull()
      expect(existsSync(here.lock)).toBe(false)
    },
  )

  test('takes two signals at once for one: a terminal and npm both pass on Ctrl-C', async () => {
    using here = await installation()
    await using running = here.start()
    await running.prints('Ctrl-C')
    running.process.kill('SIGINT')
    running.process.kill('SIGINT')
    expect(await running.ended).toBe(0)
    expect(here.journal().slice(-2)).toEqual(['worker stopped', 'server stopped'])
  })

  test('does not wait for a server that will not stop when asked a second time', async () => {
    using here = await installation({ STUBBORN: '1' })
    await using running = here.start()
    await running.prints('Ctrl-C')
    const { pid } = await here.told()
    running.process.kill('SIGINT')
    await until(() => here.journal().includes('server stopped'))
    await setTimeout(600)
    const asked = Date.now()
    running.process.kill('SIGINT')
    expect(await running.ended).toBe(1)
    expect(Date.now() - asked).toBeLessThan(3_000)
    await until(() => startOf(pid) === null)
  })

  test('starts a server again that died', async () => {
    using here = await installation()
    await using running = here.start()
    await running.prints('Ctrl-C')
    await fetch(`${here.url}/die`).catch(() => undefined)
    await running.prints('The server ended (exit code 7). It starts again in 0.25 s.')
    await until(() => here.journal().length === 3)
    expect(here.journal()).toEqual(['server ready', 'worker ready', 'server ready'])
    expect((await here.told()).told.PORT).toBe(new URL(here.url).port)
  })

  test('refuses a second start on the same data folder, by the number of the first', async () => {
    using here = await installation()
    await using first = here.start()
    await first.prints('Ctrl-C')
    await using second = here.start()
    expect(await second.ended).toBe(1)
    expect(second.printed()).toMatch(/^humuus: the data folder [^\n]+\n$/)
    expect(second.printed()).toContain(`(process ${first.process.pid})`)
  })

  test('starts side by side on another port and another data folder', async () => {
    using here = await installation()
    using there = await installation()
    await using first = here.start()
    await using second = there.start()
    await Promise.all([first.prints('Ctrl-C'), second.prints('Ctrl-C')])
    const [one, other] = await Promise.all([here.told(), there.told()])
    expect(one.told.AUTH_SECRET).not.toBe(other.told.AUTH_SECRET)
  })

  test('works at once after it was killed: server and worker notice and leave', async () => {
    using here = await installation()
    await using killed = here.start()
    await killed.prints('Ctrl-C')
    killed.process.kill('SIGKILL')
    await using next = here.start()
    await next.prints('Ctrl-C')
    await until(() => here.journal().length === 6)
    expect(here.journal().slice(2, 4).sort()).toEqual(['server left alone', 'worker left alone'])
  })
})

describe('npm start shows in full why it could not', { timeout: 60_000 }, () => {
  test('build', async () => {
    using here = await installation()
    const main = repository.read('apps/worker/src/main.js')
    repository.write('apps/worker/src/main.js', 'this is not JavaScript')
    await using running = here.start()
    expect(await running.ended).toBe(1)
    repository.write('apps/worker/src/main.js', main)
    expect(running.printed()).toContain('SyntaxError')
    expect(running.printed()).toMatch(/humuus: it could not be built; why stands above\n$/)
  })

  test('start the server', async () => {
    using here = await installation()
    const main = repository.read('apps/server/src/main.js')
    repository.write('apps/server/src/main.js', "throw new Error('no, not today')")
    await using running = here.start()
    expect(await running.ended).toBe(1)
    repository.write('apps/server/src/main.js', main)
    expect(running.printed()).toContain('no, not today')
    expect(running.printed()).toMatch(
      /humuus: the server could not start \(exit code 1\); its own words stand above\n$/,
    )
  })

  test('install the packages', async () => {
    using here = await installation()
    const lock = repository.read('pnpm-lock.yaml')
    repository.write('pnpm-lock.yaml', lock.replaceAll('link:', 'link:/nowhere'))
    await using running = here.start()
    expect(await running.ended).toBe(1)
    repository.write('pnpm-lock.yaml', lock)
    expect(running.printed()).toContain('ERR_PNPM_OUTDATED_LOCKFILE')
    expect(running.printed()).toMatch(/humuus: the packages could not be installed; why stands above\n$/)
  })
})
