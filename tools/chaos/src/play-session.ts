import { setMaxListeners } from 'node:events'
import { verdictOf } from '@humuus/audit'
import { compareAll, type Entry, gather, Ledger, lead, openSession, type Production } from '@humuus/bots'
import { type Client, connect } from '@humuus/client'
import { isOver } from '@humuus/workshop-engine'
import { seededRandom } from '@humuus/workshop-engine/testing'
import { persist } from './persist.ts'
import { patienceMs, type StageSet } from './stage-set.ts'
import { workshopOf } from './workshop.ts'

/** A session that takes longer than this does not get to its end, in ms. */
const longestMs = 300_000

/** Ms within which bots answer. */
const answerMs = 1_500

/** How long views may need to become equal while things go wrong, in ms. */
const comparingMs = 60_000

export interface Views {
  readonly compared: number
  readonly differences: readonly string[]
}

/** A session that is over, and whose people are still there. */
export interface Played extends AsyncDisposable {
  readonly sessionId: string
  readonly title: string
  readonly entries: readonly Entry[]
  readonly people: number
  /** It got to its end; else where it stood. */
  readonly stuckAt: string | null
  /** Wishes that were not answered in time, and answered when they were sent again. */
  readonly inDoubt: number
  /** Compares what everybody sees with what they would see coming fresh. */
  compare(): Promise<Views>
}

/** Plays one workshop from its first person to its end: a facilitator, a screen and people, all through the bad network. */
export async function playSession(name: string, { rig, people, closing }: StageSet): Promise<Played | null> {
  const server = { url: rig.front.url, withinMs: patienceMs }
  const chance = seededRandom(`${name} people`)
  const participants = people[0] + chance.below(people[1] - people[0] + 1)
  const facilitator = await connect(server)
  const projector = await connect(server)
  const leave = async () => {
    await Promise.all([facilitator.close(), projector.close()])
  }
  const stage = await persist(() => openSession(facilitator, { content: workshopOf(name) }), patienceMs)
  if (closing.aborted) {
    await leave()
    return null
  }
  const { sessionId, screenKey } = stage
  const ledger = new Ledger({ withinMs: patienceMs })
  const production: Production = {
    options: { url: server.url, participants, workshop: null, seed: chance.below(2 ** 31), ledger: null, json: true },
    stage,
    host: { client: facilitator, view: facilitator.watch({ sessionId, role: 'host' }) },
    screen: { client: projector, view: projector.watch({ sessionId, role: 'screen', screenKey }) },
    ledger,
  }
  const signal = AbortSignal.timeout(longestMs)
  // Everybody listens to it.
  setMaxListeners(0, signal)
  const crowd = gather({ ...production, server, answerMs, signal })
  const { everybodyIn } = crowd
  await lead({ ...production, answerMs, signal, everybodyIn, onStep: () => {}, waitsForClocks: true })
  await crowd.finished
  const clients = new Map<string, Client>(
    [facilitator, ...crowd.people.map(({ client }) => client)].map((one) => [one.userId, one]),
  )
  const inDoubt = await settle(ledger, clients)
  const shared = production.host.view.state?.shared
  return {
    sessionId,
    title: stage.plan.title,
    entries: ledger.entries,
    people: crowd.people.length,
    inDoubt,
    stuckAt:
      shared !== undefined && isOver(shared.phase)
        ? null
        : `${shared?.phase ?? 'nothing was seen'}, step ${shared?.step?.number ?? 'none'} (${shared?.step?.content.type ?? '–'}, ${shared?.step?.phase ?? '–'})`,
    compare: () => compareInTime(production, crowd),
    [Symbol.asyncDispose]: async () => {
      await crowd[Symbol.asyncDispose]()
      await leave()
    },
  }
}

/** Sends what nobody answered again, until somebody does. */
async function settle(ledger: Ledger, clients: ReadonlyMap<string, Client>): Promise<number> {
  const open = ledger.entries.filter((entry) => verdictOf(entry) === null)
  await Promise.all(
    open.map(async (entry) => {
      const client = clients.get(entry.by)
      if (client !== undefined) await ledger.repeat(client, entry)
    }),
  )
  return open.length
}

/** A fresh view may come from a server that is behind for a moment: what counts is that all become equal. */
async function compareInTime(production: Production, crowd: Parameters<typeof compareAll>[1]): Promise<Views> {
  const end = performance.now() + comparingMs
  for (;;) {
    const views = await compareAll(production, crowd)
    if (views.differences.length === 0 || performance.now() > end) return views
  }
}
