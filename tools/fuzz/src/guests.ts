import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import { isDeepStrictEqual } from 'node:util'
import { type Client, connect, type LiveView } from '@humuus/client'
import type { HumuusCommand } from '@humuus/workshop-engine'
import { type Random, seededRandom } from '@humuus/workshop-engine/testing'
import type { Recorded } from './target.ts'

/** In everything that only those in the guests' session may read. */
export const guestsCanary = 'guests-canary'
/** In everything that intruders write. */
export const intrudersCanary = 'intruders-canary'

/** An answer that takes longer than this has been held up by somebody else. */
const patienceMs = 10_000

const workshop = (canary: string) => ({
  format: 'humuus/1',
  title: 'Fuzz',
  nodes: [
    {
      id: 'mood',
      type: 'poll',
      notes: `${canary} notes`,
      data: { text: `${canary} question`, options: [{ text: `${canary} a` }, { text: 'b' }], results: 'live' },
    },
    { id: 'words', type: 'open-question', data: { text: `${canary} words`, results: 'live' } },
    { id: 'end', type: 'end', data: {} },
  ],
})

export interface OpenSession {
  readonly host: Client
  readonly sessionId: string
  readonly screenKey: string
  readonly code: string
  readonly workshopId: string
}

/** A session that has begun. */
export async function openSession(url: string, canary: string): Promise<OpenSession> {
  const host = await connect({ url })
  const made = await host.trpc.workshops.create.mutate({ file: workshop(canary) })
  if (!made.ok) throw new Error('the workshop is not taken')
  const session = await host.trpc.sessions.create.mutate({ workshopId: made.id, hostName: 'Host' })
  await host.send(session.sessionId, { type: 'open_lobby' })
  await host.send(session.sessionId, { type: 'start' })
  return { host, workshopId: made.id, ...session }
}

interface Guest {
  readonly client: Client
  readonly view: LiveView<'participant'>
  readonly random: Random
  last: number | null
}

/** People who take part in a workshop while somebody attacks the server, and note whatever they notice of it. */
export class Guests implements AsyncDisposable {
  readonly sessionId: string
  readonly recorded: Recorded[] = []
  /** Ms from a command to its answer. */
  readonly waits: number[] = []
  readonly faults = new Set<string>()
  readonly #session: OpenSession
  readonly #people: Guest[] = []
  readonly #screen: LiveView<'screen'>
  readonly #busy: Promise<unknown>[] = []
  #isOver = false

  private constructor(session: OpenSession) {
    this.#session = session
    this.sessionId = session.sessionId
    this.#screen = session.host.watch({ sessionId: session.sessionId, role: 'screen', screenKey: session.screenKey })
    this.#listen(this.#screen)
  }

  static async gather(url: string, seed: number, count = 5): Promise<Guests> {
    const guests = new Guests(await openSession(url, guestsCanary))
    for (let index = 0; index < count; index++) {
      const client = await connect({ url })
      await client.join(guests.sessionId, `${guestsCanary} ${index}`)
      const view = client.watch({ sessionId: guests.sessionId, role: 'participant' })
      guests.#listen(view)
      const guest: Guest = { client, view, random: seededRandom(`${seed} guest ${index}`), last: null }
      guests.#people.push(guest)
      guests.#busy.push(guests.#takePart(guest))
    }
    return guests
  }

  /** They stop, and compare what they see with what a fresh look shows. */
  async finish(): Promise<void> {
    this.#isOver = true
    await Promise.all(this.#busy)
    const { host, screenKey } = this.#session
    const counts = [0, 1].map((choice) => this.#people.filter(({ last }) => last === choice).length)
    const isCounted = (state: { readonly shared: unknown } | null) => isDeepStrictEqual(resultsOf(state), counts)
    const seen = await this.#screen.until(isCounted, patienceMs).catch(() => this.#screen.state)
    if (!isCounted(seen)) this.faults.add(`the screen shows ${resultsOf(seen)} and not ${counts}`)
    const fresh = host.watch({ sessionId: this.sessionId, role: 'screen', screenKey })
    await this.#compare('the screen', this.#screen, fresh)
    for (const [index, { client, view }] of this.#people.entries())
      await this.#compare(`guest ${index}`, view, client.watch({ sessionId: this.sessionId, role: 'participant' }))
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#isOver = true
    await Promise.all([this.#session.host.close(), ...this.#people.map(({ client }) => client.close())])
  }

  async #takePart(guest: Guest): Promise<void> {
    while (!this.#isOver) {
      const choice = guest.random.below(2)
      const command: HumuusCommand = {
        type: 'act',
        nodeId: 'mood',
        node: 'poll',
        act: { type: 'vote', choice: [choice] },
      }
      const commandId = randomUUID()
      this.recorded.push({ commandId, command })
      if (this.recorded.length > 200) this.recorded.shift()
      const began = performance.now()
      const result = await guest.client.send(this.sessionId, command, { commandId, withinMs: patienceMs })
      this.waits.push(performance.now() - began)
      if (result.ok) guest.last = choice
      else this.faults.add(`a guest’s vote was refused: ${result.rejection.code}`)
      await pause(80 + guest.random.below(80))
    }
  }

  #listen(view: LiveView<'participant'> | LiveView<'screen'>): void {
    view.changed(() => {
      // A fresh look at the end takes over from the page before.
      if (view.rejection !== null && !this.#isOver) this.faults.add(`a view of a guest ended: ${view.rejection.code}`)
      if (JSON.stringify(view.state).includes(intrudersCanary)) this.faults.add('a guest saw what an intruder wrote')
    })
  }

  async #compare(
    who: string,
    merged: LiveView<'participant'> | LiveView<'screen'>,
    anew: LiveView<'participant'> | LiveView<'screen'>,
  ): Promise<void> {
    const least = merged.state?.version ?? 0
    const fresh = await (anew as LiveView<'screen'>)
      .until(({ version }) => version >= least, patienceMs)
      .catch(() => null)
    if (fresh === null) this.faults.add(`${who} gets no fresh view`)
    else if (!isDeepStrictEqual([fresh.shared, fresh.own], [merged.state?.shared, merged.state?.own]))
      this.faults.add(`${who} does not see what a fresh page shows`)
    anew.close()
  }
}

function resultsOf(state: { readonly shared: unknown } | null): readonly number[] {
  const shared = state?.shared as { step?: { content?: { results?: { counts?: number[] } } } } | undefined
  return shared?.step?.content?.results?.counts ?? []
}
