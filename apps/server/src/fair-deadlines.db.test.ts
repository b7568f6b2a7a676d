import type { Client } from '@humuus/client'
import { FlakyLink, type FlakyLinkOptions } from '@humuus/client/testing'
import { answerGrace, type HumuusCommand } from '@humuus/workshop-engine'
import { expect, test } from 'vitest'
import { openWorld, type World } from './testing/world.ts'

const within = 20_000
const longTest = 90_000

/** What a busy machine adds to both ways, in ms. */
const jitter = 150

const points = 10_000

const quiz = (answerSeconds: number) => ({
  format: 'humuus/1',
  title: 'Quick',
  nodes: [
    {
      id: 'sum',
      type: 'quiz',
      closeWhenAllDone: false,
      data: { text: '1 + 1', points, answerSeconds, options: [{ text: '2', correct: true }, { text: '3' }] },
    },
  ],
})

const tooLate = { ok: false, rejection: { code: 'step_closed' } }

const right: HumuusCommand = { type: 'act', nodeId: 'sum', node: 'quiz', act: { type: 'answer', choice: [0] } }

interface Far {
  readonly client: Client
  /** Ms to the server and back. */
  readonly there: number
  readonly back: number
}

/** Lets people join from far away, each over a link of their own, with a clock that knows the server's as well as it can. */
function distance(world: World, code: string) {
  const links: FlakyLink[] = []
  const join = async (there: number, back = there): Promise<Far> => {
    const delayMs: FlakyLinkOptions['delayMs'] = { there: [there, there], back: [back, back] }
    const link = await FlakyLink.open({ target: world.server.url, seed: 1, delayMs })
    links.push(link)
    const client = await world.person({ url: link.url })
    expect(await client.join(code, `${there} there and ${back} back`)).toMatchObject({ ok: true })
    await client.clockIsRead
    return { client, there, back }
  }
  const close = async () => {
    await Promise.all(links.map((link) => link[Symbol.asyncDispose]()))
  }
  return { join, [Symbol.asyncDispose]: close }
}

async function started(world: World, answerSeconds: number) {
  const hosted = await world.hosted(quiz(answerSeconds))
  const view = hosted.host.watch({ sessionId: hosted.sessionId, role: 'host' })
  const start = async () => {
    await hosted.command({ type: 'start' })
    const { shared } = await view.until(({ shared }) => shared.step !== null, within)
    const { readUntil = 0, deadline } = shared.step ?? {}
    return { readUntil, deadline: deadline ?? 0 }
  }
  return { ...hosted, start }
}

/** True time of the only clock there is: that of this process, which is the server's. */
async function at(moment: number): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, moment - Date.now()))
}

/** Ms after which somebody answered, as the points say. */
const elapsedOf = (earned: number, answerSeconds: number) => (1 - earned / points) * 2 * answerSeconds * 1_000

test(
  'whoever taps at the same moment earns the same points over ways of 50 to 1,500 ms, but for half of what one way takes longer',
  async () => {
    await using world = await openWorld()
    const answerSeconds = 20
    const { sessionId, code, host, command, start } = await started(world, answerSeconds)
    const ways: [number, number?][] = [[0], [50], [200], [500], [1_000], [1_500], [1_500, 500], [200, 1_000]]
    await using from = distance(world, code)
    const [silent, ...people] = await Promise.all([from.join(1_500), ...ways.map((way) => from.join(...way))])

    const { readUntil } = await start()
    await at(readUntil + 2_000)
    const reaction = Date.now() - readUntil
    const answers = await Promise.all([
      silent.client.send(sessionId, right, { givenAt: null }),
      ...people.map(({ client }) => client.send(sessionId, right)),
    ])
    expect(answers.every(({ ok }) => ok)).toBe(true)
    await command({ type: 'reveal', nodeId: 'sum' })

    const report = await host.trpc.sessions.report.query({ sessionId })
    const elapsed = ({ client }: Far) =>
      elapsedOf(report.people.find(({ id }) => id === client.userId)?.points ?? 0, answerSeconds)
    for (const person of people) {
      const bound = Math.abs(person.there - person.back) / 2 + jitter
      expect(Math.abs(elapsed(person) - reaction), `${person.there} there, ${person.back} back`).toBeLessThan(bound)
    }
    // Whose phone says no time pays for the way.
    expect(elapsed(silent)).toBeGreaterThan(reaction + 1_500 - jitter)
  },
  longTest,
)

test(
  'over 1,500 ms an answer given in time counts, one given after it does not, and a liar gains two seconds at most',
  async () => {
    await using world = await openWorld()
    const answerSeconds = 6
    const { sessionId, code, host, command, start } = await started(world, answerSeconds)
    await using from = distance(world, code)
    const [early, late, liar, boldLiar] = await Promise.all([
      from.join(1_500),
      from.join(1_500),
      from.join(0),
      from.join(0),
    ])

    const { readUntil, deadline } = await start()
    await at(readUntil + 3_000)
    const liedAt = Date.now()
    expect(await liar.client.send(sessionId, right, { givenAt: readUntil })).toMatchObject({ ok: true })
    await at(deadline - 100)
    const inTime = early.client.send(sessionId, right, { givenAt: deadline - 100 })
    await at(deadline + 100)
    const outOfTime = late.client.send(sessionId, right, { givenAt: deadline + 100 })
    expect(await inTime).toMatchObject({ ok: true })
    expect(await outOfTime).toEqual(tooLate)
    await at(deadline + answerGrace + 100)
    expect(await boldLiar.client.send(sessionId, right, { givenAt: readUntil })).toEqual(tooLate)
    await command({ type: 'reveal', nodeId: 'sum' })

    const { people } = await host.trpc.sessions.report.query({ sessionId })
    const earned = (person: Far) => people.find(({ id }) => id === person.client.userId)?.points ?? 0
    expect(earned(late)).toBe(0)
    expect(earned(boldLiar)).toBe(0)
    expect(elapsedOf(earned(early), answerSeconds)).toBeCloseTo(deadline - 100 - readUntil, -1)
    expect(elapsedOf(earned(liar), answerSeconds)).toBeGreaterThanOrEqual(liedAt - answerGrace - readUntil - 1)
  },
  longTest,
)
