import { audit, verdictOf } from '@humuus/audit'
import { compareWithFresh, Ledger, openSession } from '@humuus/bots'
import { type Client, connect, type LiveView, pause, type WatchOptions } from '@humuus/client'
import { type HumuusCommand, must } from '@humuus/workshop-engine'
import type { Cluster } from '../cluster.ts'

/** How long anybody waits for an answer or a picture, in ms: longer than anything we break. */
const patienceMs = 60_000

/** Ms between the answer to a vote and the next vote of the same person. */
const everyMs = 100

const questions = Array.from({ length: 8 }, (_, index) => `question-${index + 1}`)

const plan = {
  format: 'humuus/1',
  title: 'Spread',
  nodes: [
    ...questions.map((id) => ({
      id,
      type: 'poll',
      closeWhenAllDone: false,
      data: { text: 'Which one?', options: [{ text: 'This' }, { text: 'That' }], results: 'live' },
    })),
    { id: 'end', type: 'end', data: {} },
  ],
}

/** What came of a while of voting. */
export interface Voted {
  readonly votes: number
  /** From sending to the answer, the slowest of all. */
  readonly slowestMs: number
}

/** A session whose people are spread over all servers of a cluster, because the balancer leads each connection to the next. */
export interface Spread extends AsyncDisposable {
  readonly sessionId: string
  /** Everybody changes their mind all the time until they are told to stop. */
  voting(): { stop(): Promise<Voted> }
  /** The facilitator goes on; resolves when everybody sees it, to the ms that took. */
  next(): Promise<number>
  /**
   * Ends the session and looks at all of it: nobody without an answer, every view as a fresh one, the same screen on each
   * server, an audit without a difference. Empty when all is well.
   */
  faults(): Promise<string[]>
}

/** Opens the session and starts its first question. */
export async function openSpread(cluster: Cluster, people = 9): Promise<Spread> {
  const { url, rig } = cluster
  const ledger = new Ledger({ withinMs: patienceMs })
  const newcomer = () => connect({ url, withinMs: patienceMs })
  const host = await newcomer()
  const { sessionId, screenKey } = await openSession(host, { content: plan })
  const as = (client: Client) => ({ client, sessionId, drops: 0 })
  const does = async (client: Client, command: HumuusCommand) => {
    const { answers } = await ledger.issue(as(client), command)
    const [first] = answers
    if (!first?.ok) throw new Error(`${command.type} was refused: ${first?.rejection.code}`)
  }
  await does(host, { type: 'open_lobby' })
  const looker = await newcomer()
  const persons: Client[] = []
  for (let number = 1; number <= people; number++) {
    const person = await newcomer()
    await does(person, { type: 'join', name: `Person ${number}` })
    persons.push(person)
  }
  const console = host.watch({ sessionId, role: 'host' })
  const screen = looker.watch({ sessionId, role: 'screen', screenKey })
  const phones = persons.map((person) => person.watch({ sessionId, role: 'participant' }))
  const seen = (nodeId: string) => {
    const isThere = ({ shared }: { shared: { step: { nodeId: string } | null } }) => shared.step?.nodeId === nodeId
    return Promise.all([
      console.until(isThere, patienceMs),
      screen.until(isThere, patienceMs),
      ...phones.map((phone) => phone.until(isThere, patienceMs)),
    ])
  }
  const course = questions[Symbol.iterator]()
  let nodeId = must(course.next().value, 'there is a first question')
  await does(host, { type: 'start' })
  await seen(nodeId)

  const next = async () => {
    const from = nodeId
    const began = performance.now()
    const to = must(course.next().value, 'there is another question')
    await does(host, { type: 'next', from })
    nodeId = to
    await seen(to)
    return performance.now() - began
  }

  const voting = () => {
    const stop = new AbortController()
    const times: number[] = []
    const voters = persons.map(async (person) => {
      for (let choice = 0; !stop.signal.aborted; choice = 1 - choice) {
        const act = { type: 'vote' as const, choice: [choice] }
        const { tookMs } = await ledger.issue(as(person), { type: 'act', nodeId, node: 'poll', act })
        times.push(tookMs ?? 0)
        await pause(everyMs, stop.signal)
      }
    })
    return {
      stop: async () => {
        stop.abort()
        await Promise.all(voters)
        return { votes: times.length, slowestMs: Math.max(...times) }
      },
    }
  }

  const viewFaults = async () => {
    const differences = await Promise.all([
      compareWithFresh(host, console, { sessionId, role: 'host' }),
      compareWithFresh(looker, screen, { sessionId, role: 'screen', screenKey }),
      ...persons.map((person, index) => {
        const phone = must(phones[index], 'everybody has a phone')
        return compareWithFresh(person, phone, { sessionId, role: 'participant' })
      }),
    ])
    const elsewhere = await Promise.all(
      rig.urls.map((each) => screenAt(each, screen, { sessionId, role: 'screen', screenKey })),
    )
    return [...differences, ...elsewhere].filter((difference) => difference !== null)
  }

  return {
    sessionId,
    voting,
    next,
    faults: async () => {
      await does(host, { type: 'end' })
      const unanswered = ledger.entries.filter((entry) => verdictOf(entry) === null)
      const views = await viewFaults()
      const outcome = must(await audit(rig.database.url, sessionId, ledger.entries), 'the session is there')
      return [
        ...unanswered.map(({ command }) => `${command.type} was never answered`),
        ...views,
        ...outcome.differences.map(({ check, what }) => `audit, ${check}: ${what}`),
      ]
    },
    [Symbol.asyncDispose]: async () => {
      await Promise.all([host, looker, ...persons].map((client) => client.close()))
    },
  }
}

/** Compares a screen with a new one at this server. */
async function screenAt(url: string, screen: LiveView<'screen'>, options: WatchOptions<'screen'>) {
  await using client = await connect({ url })
  const difference = await compareWithFresh(client, screen, options)
  return difference === null ? null : `a screen at ${url}: ${difference}`
}
