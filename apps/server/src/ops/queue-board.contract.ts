import { GivenUp, mail, nodeTimer, openQueues, type QueueAddress, startJobWorker } from '@humuus/jobs'
import { describe, expect, test, vi } from 'vitest'
import type { Env } from '../env.ts'
import { cookieName } from '../identity/cookie.ts'
import { newcomer } from '../testing/visitor.ts'
import { openWorld, type World } from '../testing/world.ts'

const names = ['node-timers', 'mail', 'file-scan', 'file-derive', 'file-expiry', 'housekeeping']
const onError = () => undefined

interface Asking {
  readonly accept?: string
  readonly language?: string
  readonly method?: string
  readonly origin?: string
}

/** A browser that somebody is signed in with; without a token it is a visitor's. */
const browser =
  (world: World, token: string | null) =>
  (path: string, { accept = 'application/json', language = 'en', method = 'GET', origin }: Asking = {}) =>
    fetch(`${world.server.url}/ops/queues${path}`, {
      method,
      redirect: 'manual',
      headers: {
        accept,
        'accept-language': language,
        ...(origin && { origin }),
        ...(token && { cookie: `${cookieName('http')}=${token}` }),
      },
    })

async function adminOf(world: World) {
  const { token, userId } = await newcomer(world.server.url)
  await world.database.db.prisma.user.update({ where: { id: userId }, data: { role: 'admin' } })
  return browser(world, token)
}

const eventually = <Result>(claim: () => Result | Promise<Result>) =>
  vi.waitFor(claim, { timeout: 15_000, interval: 50 })

/** The board of the queues, wherever they live. */
export function queueBoardContract(where: string, place: () => Pick<Partial<Env>, 'REDIS_URL'>): void {
  const addressOf = (world: World): QueueAddress => ({
    databaseUrl: world.database.url,
    redisUrl: place().REDIS_URL,
  })

  describe(`the board of the queues on ${where}`, () => {
    test('is for admins: anybody else is told so kindly, and learns nothing about the queues', async () => {
      await using world = await openWorld(place())
      const visitor = browser(world, null)
      const person = browser(world, (await newcomer(world.server.url)).token)
      const impostor = browser(world, 'a.b.c')
      const paths = ['', '/', '/queue/mail', '/api/queues', '/api/redis/stats', '/static/js/none.js']
      for (const [ask, status] of [
        [visitor, 401],
        [impostor, 401],
        [person, 403],
      ] as const) {
        for (const path of paths) {
          const answer = await ask(path)
          expect({ path, status: answer.status }).toEqual({ path, status })
          const said = await answer.text()
          for (const name of names.filter((each) => each !== 'mail')) expect(said).not.toContain(name)
        }
        expect((await ask('/api/queues/mail/none/retry', { method: 'PUT' })).status).toBe(status)
      }
      expect(await (await visitor('', { accept: 'text/html', language: 'de-DE' })).text()).toContain(
        'melde dich bitte an',
      )
      expect(await (await person('', { accept: 'text/html' })).text()).toContain('for the admins of this installation')
      expect(await (await person('/api/queues')).json()).toMatchObject({
        error: { data: { rejection: { code: 'not_allowed' } } },
      })
    })

    test('shows an admin a page that asks nobody else for anything, under a policy of its own', async () => {
      await using world = await openWorld(place())
      const ask = await adminOf(world)
      for (const path of ['', '/', '/queue/node-timers']) {
        const answer = await ask(path, { accept: 'text/html' })
        expect(answer.status).toBe(200)
        const page = await answer.text()
        expect(page).toContain('<base href="/ops/queues/"')
        expect(page).not.toMatch(/(href|src)="https?:/)
        const policy = answer.headers.get('content-security-policy') ?? ''
        expect(policy).toContain("script-src 'self';")
        expect(policy).toContain("base-uri 'self'")
        const scripts = [...page.matchAll(/src="(static\/[^"]+)"/g)].map((match) => match[1])
        expect(scripts.length).toBeGreaterThan(1)
        for (const script of scripts) expect((await ask(`/${script}`)).status).toBe(200)
      }
      // The rest keeps its own.
      const health = await fetch(`${world.server.url}/healthz`)
      expect(health.headers.get('content-security-policy')).toContain("base-uri 'none'")
    })

    test('lists every queue; a dead letter is tried anew from it, at the wish of our own pages alone', async () => {
      await using world = await openWorld(place())
      const ask = await adminOf(world)
      await using queues = openQueues(addressOf(world), { onError })
      const timer = { sessionId: crypto.randomUUID(), deadline: 1 }
      let isBroken = true
      const done: unknown[] = []
      await using _worker = startJobWorker(
        nodeTimer,
        addressOf(world),
        async (job) => {
          if (isBroken) throw new GivenUp('never')
          done.push(job)
        },
        { onError },
      )
      await queues.timers.schedule(timer)
      const list = async () =>
        (await (await ask('/api/queues')).json()) as { queues: { name: string; counts: object }[] }
      await eventually(async () => {
        const { queues: shown } = await list()
        expect(shown.map(({ name }) => name)).toEqual(expect.arrayContaining(names))
        expect(shown.find(({ name }) => name === 'node-timers')?.counts).toMatchObject({ failed: 1 })
      })
      const retry = `/api/queues/node-timers/${nodeTimer.id(timer)}/retry/failed`
      const path = `/api/queues/node-timers/${encodeURIComponent(nodeTimer.id(timer))}/retry`
      expect((await ask(path, { method: 'PUT', origin: 'https://evil.example' })).status).toBe(403)
      expect((await ask(retry, { method: 'PUT' })).status).toBe(404)
      isBroken = false
      const answer = await ask(path, { method: 'PUT', origin: world.server.url })
      expect(answer.status).toBeLessThan(300)
      await eventually(() => expect(done).toEqual([timer]))
    })

    test('lets nobody stop, empty or rewrite a queue', async () => {
      await using world = await openWorld(place())
      const ask = await adminOf(world)
      await using queues = openQueues(addressOf(world), { onError })
      const mailId = crypto.randomUUID()
      await queues.mails.schedule({ mailId })
      const wishes: readonly (readonly [string, string])[] = [
        ['PUT', '/api/queues/pause'],
        ['PUT', '/api/queues/mail/pause'],
        ['PUT', '/api/queues/mail/empty'],
        ['PUT', '/api/queues/mail/obliterate'],
        ['PUT', '/api/queues/mail/clean/waiting'],
        ['PUT', '/api/queues/mail/promote'],
        ['PUT', `/api/queues/mail/${mailId}/clean`],
        ['PUT', `/api/queues/mail/${mailId}/promote`],
        ['PUT', '/api/queues/mail/retry/completed'],
        ['PATCH', `/api/queues/mail/${mailId}/update-data`],
        ['POST', '/api/queues/mail/add'],
        ['PUT', '/api/queues/housekeeping/job-schedulers/old-mails/remove'],
      ]
      for (const [method, path] of wishes)
        expect({ path, status: (await ask(path, { method })).status }).toEqual({ path, status: 403 })
      const shown = (await queues.operators.queues()).find(({ queue }) => queue === mail.queue)
      expect(shown).toMatchObject({ waiting: 1 })
    })
  })
}
