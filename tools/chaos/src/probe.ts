import { type Entry, Ledger, openSession } from '@humuus/bots'
import { type Client, connect, pause } from '@humuus/client'
import type { Rig } from '@humuus/rig'
import { persist } from './persist.ts'
import { patienceMs } from './stage-set.ts'

/** Ms between a vote's acknowledgement and the next vote. */
const everyMs = 250

const plan = {
  format: 'humuus/1',
  title: 'Probe',
  nodes: [
    { id: 'pulse', type: 'poll', data: { text: 'Alive?', options: [{ text: 'Yes' }, { text: 'Still' }] } },
    { id: 'end', type: 'end', data: {} },
  ],
}

/** Somebody at each server who votes all the time, without the bad network, to see when it is back. */
export interface Probe extends AsyncDisposable {
  readonly sessionId: string
  readonly entries: readonly Entry[]
  /** Resolves at the next acknowledged vote of this server (from 0), with the time (`performance.now()`). */
  nextVote(server: number): Promise<number>
  /** No more votes; resolves when the session is over. */
  end(): Promise<void>
}

export async function openProbe({ urls }: Rig): Promise<Probe> {
  const [url = ''] = urls
  const host = await connect({ url, withinMs: patienceMs })
  const { sessionId } = await persist(() => openSession(host, { content: plan }), patienceMs)
  const ledger = new Ledger({ withinMs: patienceMs })
  const lead = { client: host, sessionId, drops: 0 }
  await ledger.issue(lead, { type: 'open_lobby' })
  await ledger.issue(lead, { type: 'start' })
  const stop = new AbortController()
  const waiting = urls.map(() => new Set<(at: number) => void>())
  const voters = await Promise.all(urls.map((each) => connect({ url: each, withinMs: patienceMs })))
  const votes = voters.map((client, index) =>
    vote(client, { sessionId, ledger, signal: stop.signal }, () => {
      const at = performance.now()
      for (const tell of waiting[index]?.values() ?? []) tell(at)
      waiting[index]?.clear()
    }),
  )
  return {
    sessionId,
    entries: ledger.entries,
    nextVote: (server) => new Promise((resolve) => waiting[server]?.add(resolve)),
    end: async () => {
      stop.abort()
      await Promise.all(votes)
      await ledger.issue(lead, { type: 'end' })
    },
    [Symbol.asyncDispose]: async () => {
      stop.abort()
      await Promise.all([host, ...voters].map((client) => client.close()))
    },
  }
}

interface Polling {
  readonly sessionId: string
  readonly ledger: Ledger
  readonly signal: AbortSignal
}

async function vote(client: Client, { sessionId, ledger, signal }: Polling, onVote: () => void): Promise<void> {
  const sender = { client, sessionId, drops: 0 }
  await ledger.issue(sender, { type: 'join', name: `Probe ${client.userId.slice(0, 8)}` })
  for (let count = 0; !signal.aborted; count++) {
    const act = { type: 'vote' as const, choice: [count % 2] }
    const { answers } = await ledger.issue(sender, { type: 'act', nodeId: 'pulse', node: 'poll', act })
    if (answers[0]?.ok) onVote()
    await pause(everyMs, signal)
  }
}
