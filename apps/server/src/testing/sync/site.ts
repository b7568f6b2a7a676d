import { type AppendResult, type EventLog, memoryEventLog } from '@humuus/db'
import { engine, must } from '@humuus/workshop-engine'
import type { Roll } from '../../rooms/neighbours.ts'
import { SimulatedServer } from './simulated-server.ts'
import { sleep } from './virtual-time.ts'
import type { WhatHappened } from './what-happened.ts'
import type { Witness } from './witness.ts'

/** A circle of steps, so that a session goes on as long as anybody pushes it. */
const plan = engine.plan.parse({
  format: 'humuus/1',
  title: 'Fuzz',
  settings: { maxParticipants: 5 },
  nodes: [
    { id: 'mood', type: 'poll', data: { text: 'Mood?', options: [{ text: 'a' }, { text: 'b' }], results: 'live' } },
    {
      id: 'sum',
      type: 'quiz',
      closeWhenAllDone: true,
      data: {
        text: '1 + 1',
        answerSeconds: 9,
        options: [{ text: '2', correct: true }, { text: '3' }, { text: '4' }],
      },
    },
    { id: 'words', type: 'open-question', data: { text: 'Say', maxAnswers: 2, showNames: true }, next: 'mood' },
  ],
})

export const creator = 'hal'

/** Session's start, as every server reads it. */
export const start = engine.initial({ plan, facilitator: { id: creator, name: 'Hal' } })

/** A worker that finds no server asks again after this. */
const workerAgainMs = 1_000

const busMs = 3

const stalledMs = 6_000

/** Two servers over one log, and the worker that rings when a clock is up. */
export class Site {
  readonly sessionId = 'a-session'
  readonly log: EventLog
  readonly servers: readonly SimulatedServer[]
  /** Without it, servers look at the log every now and then. */
  hasBus = true
  readonly #due = new Set<number>()

  constructor(happened: WhatHappened, witness: Witness) {
    const log = memoryEventLog()
    log.addSession(this.sessionId)
    this.log = { ...log, append: (...args) => witnessed(log, witness, args) }
    const servers = serversInMemory()
    this.servers = [0, 1].map(
      (index) =>
        new SimulatedServer({
          name: `server-${index}`,
          sessionId: this.sessionId,
          start,
          log: this.log,
          happened,
          witness,
          schedule: (deadline) => this.#ring(deadline),
          servers,
          written: (version) => this.#publish(version),
        }),
    )
    for (const server of this.servers) server.start()
  }

  server(index: number): SimulatedServer {
    return must(this.servers[index % this.servers.length], 'there are two servers')
  }

  /** The preferred one if it is up, or else another; `null` when none is. */
  reachable(preferred: number): SimulatedServer | null {
    return [this.server(preferred), this.server(preferred + 1)].find((server) => server.isUp) ?? null
  }

  #publish(version: number): void {
    if (!this.hasBus) return
    void sleep(busMs).then(() => {
      for (const server of this.servers) server.heardOf(version)
    })
  }

  #ring(deadline: number): void {
    if (this.#due.has(deadline)) return
    this.#due.add(deadline)
    const ring = async () => {
      const tick = this.reachable(deadline % 2)?.tick()
      // A server that is killed does not answer: the job counts as stalled and is done again.
      const result = await Promise.race([tick, sleep(stalledMs)])
      if (result?.ok) this.#due.delete(deadline)
      else setTimeout(ring, workerAgainMs)
    }
    setTimeout(ring, Math.max(0, deadline - Date.now()))
  }
}

async function witnessed(log: EventLog, witness: Witness, args: Parameters<EventLog['append']>): Promise<AppendResult> {
  const result = await log.append(...args)
  if (result.ok) witness.committed(args[2])
  return result
}

function serversInMemory(): Roll {
  const seenAt = new Map<string, number>()
  return {
    beat: async (id) => void seenAt.set(id, Date.now()),
    alive: async (ms) => new Set([...seenAt].filter(([, at]) => at > Date.now() - ms).map(([id]) => id)),
  }
}
