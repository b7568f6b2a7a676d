import { chmodSync, existsSync, mkdirSync } from 'node:fs'
import { setTimeout } from 'node:timers/promises'
import { describe, expect, test } from 'vitest'
import { startOf } from './process-identity.mjs'
import { installation } from './testing/installation.ts'

async function until(isTrue: () => boolean | Promise<boolean>) {
  while (!(await isTrue())) await setTimeout(50)
}

describe('npm start, the whole of it', () => {
  test('has something to try in its library, and a second start finds everything again', async () => {
    using here = await installation()
    await using first = here.start()
    await first.prints('Ctrl-C')
    const token = await here.signIn()
    const [me, library] = [await here.me(token), await here.library(token)]
    expect(library.length).toBeGreaterThan(0)
    first.process.kill('SIGINT')
    expect(await first.ended).toBe(0)

    await using second = here.start()
    await second.prints('Ctrl-C')
    expect(second.printed()).not.toContain('Building')
    expect(await here.me(token)).toEqual({ ...me, now: expect.any(Number) })
    expect(await here.library(token)).toEqual(library)
  })

  test('leaves no process and no lock behind when npm alone is told to end', async () => {
    using here = await installation()
    await using running = here.npmStart()
    await running.prints('Ctrl-C')
    const postmaster = here.postmaster() ?? 0
    running.process.kill('SIGTERM')
    await until(() => startOf(postmaster) === null && !existsSync(`${here.data}/running.json`))
    expect(await here.isReady()).toBe(false)
    await running.ended
  })

  test('brings the database back when it dies, and nothing is lost', async () => {
    using here = await installation()
    await using running = here.start()
    await running.prints('Ctrl-C')
    const token = await here.signIn()
    const me = await here.me(token)
    const postmaster = here.postmaster() ?? 0
    process.kill(postmaster, 'SIGKILL')
    await running.prints('The database ended')
    await until(() => here.postmaster() !== null && here.postmaster() !== postmaster)
    await until(here.isReady)
    expect(await here.me(token)).toEqual({ ...me, now: expect.any(Number) })
    expect((await here.library(token)).length).toBeGreaterThan(0)
  })

  test('starts at once after it was killed, and finds everything again', async () => {
    using here = await installation()
    await using killed = here.start()
    await killed.prints('Ctrl-C')
    const token = await here.signIn()
    const me = await here.me(token)
    killed.process.kill('SIGKILL')
    await using next = here.start()
    await next.prints('Ctrl-C')
    expect(await here.me(token)).toEqual({ ...me, now: expect.any(Number) })
  })

  test('runs twice side by side, each with its own data', async () => {
    using here = await installation()
    using there = await installation()
    await using first = here.start()
    await using second = there.start()
    await Promise.all([first.prints('Ctrl-C'), second.prints('Ctrl-C')])
    const token = await here.signIn()
    expect(await here.me(token)).not.toBeNull()
    expect(await there.me(token)).toBeNull()
  })

  test('as root, where the database may not enter the data folder, says so in one line; as anybody else it just starts', async () => {
    using here = await installation()
    mkdirSync(`${here.data}/postgres`)
    chmodSync(here.data, 0o700)
    await using running = here.start()
    if (process.getuid?.() !== 0) {
      await running.prints('Ctrl-C')
      return
    }
    expect(await running.ended).toBe(1)
    expect(running.printed()).toMatch(/^(Stopping\.\n)?humuus: the data folder [^\n]+\n$/)
    expect(running.printed()).toContain('HUMUUS_DATA=/var/lib/humuus npm start')
  })
})

describe('npm run audit', () => {
  test('reads the database of npm start, whether it runs or not, and leaves it as it was', async () => {
    using here = await installation()
    await using nothing = here.start('audit')
    expect(await nothing.ended).toBe(1)
    expect(nothing.printed()).toMatch(/^humuus: there is no database in [^\n]+\n$/)

    await using running = here.start()
    await running.prints('Ctrl-C')
    const token = await here.signIn()
    const [workshop] = await here.library(token)
    const { code } = await here.open(token, workshop?.id ?? '')
    await using during = here.start('audit')
    expect(await during.ended).toBe(0)
    expect(during.printed()).toContain(code)
    expect(await here.isReady()).toBe(true)
    running.process.kill('SIGINT')
    expect(await running.ended).toBe(0)

    await using after = here.start('audit')
    expect(await after.ended).toBe(0)
    expect(after.printed()).toBe(during.printed())
    expect(here.postmaster()).toBeNull()
  })
})

describe('npm run admin', () => {
  test('makes a link that makes one person an admin, and says who is one, while it runs or not', async () => {
    using here = await installation()
    await using nothing = here.start('admin')
    expect(await nothing.ended).toBe(1)
    expect(nothing.printed()).toMatch(/^humuus: there is no database in [^\n]+\n$/m)

    await using running = here.start()
    await running.prints('Ctrl-C')
    const token = await here.signIn()
    await here.rename(token, 'Ann')
    await using asked = here.start('admin')
    expect(await asked.ended).toBe(0)
    const [, link, key] = /^Whoever opens this link [^\n]+\n(\S+)#([\w-]{43})\n$/.exec(asked.printed()) ?? []
    expect(link).toBe(`${here.url}/admin/claim`)
    expect(await here.becomeAdmin(token, key ?? '')).toEqual({ isAdmin: true })
    expect(await here.me(token)).toMatchObject({ isAdmin: true })
    await expect(here.becomeAdmin(await here.signIn(), key ?? '')).rejects.toThrow()

    await using during = here.start('admin', '--list')
    expect(await during.ended).toBe(0)
    expect(during.printed()).toBe('Ann  –\n')
    running.process.kill('SIGINT')
    expect(await running.ended).toBe(0)

    await using after = here.start('admin', '--list')
    expect(await after.ended).toBe(0)
    expect(after.printed()).toBe('Ann  –\n')
    expect(here.postmaster()).toBeNull()
  })
})

describe('npm run dev', () => {
  test('runs everything from its sources and leaves nothing behind', async () => {
    using here = await installation()
    await using running = here.start('dev')
    await running.prints('Ctrl-C')
    const web = /Join {2}(\S+)/.exec(running.printed())?.[1] ?? ''
    await until(() =>
      fetch(web).then(
        (response) => response.ok,
        () => false,
      ),
    )
    expect(await (await fetch(web)).text()).toContain('/@vite/client')
    const postmaster = here.postmaster() ?? 0
    running.process.kill('SIGINT')
    expect(await running.ended).toBe(0)
    expect(startOf(postmaster)).toBeNull()
    expect(await here.isReady()).toBe(false)
    await expect(fetch(web)).rejects.toThrow()
  })
})
