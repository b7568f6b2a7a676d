import { randomUUID } from 'node:crypto'
import { wireVersion, wireVersionName } from '@humuus/api/wire'
import type { HumuusCommand } from '@humuus/workshop-engine'
import type { Line } from '../wire/line.ts'
import { call, hearTrpc, request } from '../wire/trpc-speech.ts'
import type { Person } from './people.ts'

/** Where the API listens; the first message says who it is. */
export const livePath = '/trpc?connectionParams=1'

/** tRPC as our pages speak it; see `Speech`. */
export const listener = { hear: hearTrpc, path: () => livePath }

/** Says who this is, as the first words on a line. */
export const introduce = (line: Line, { token }: Person): void =>
  line.send(JSON.stringify({ method: 'connectionParams', data: { token, [wireVersionName]: String(wireVersion) } }))

/** Refusals after which our pages ask again, and how long they wait at most (ms). */
const passing: ReadonlySet<string> = new Set(['unavailable', 'slow_down'])
const againWithinMs = 500

/** Asks for the view of a participant, or for what is new in it since a version; again where that is refused for now. */
export function lookOn(line: Line, sessionId: string, page: string, since: number | null): void {
  const input = { sessionId, role: 'participant', page, ...(since !== null && { lastEventId: String(since) }) }
  const ask = () => line.send(request(1, 'subscription', 'sessions.live', input))
  line.onRefused = (why) => {
    if (!passing.has(why)) throw new Error(`somebody may not look on: ${why}`)
    setTimeout(() => line.isOpen && ask(), Math.random() * againWithinMs)
  }
  ask()
}

type Verdict =
  | { readonly ok: true; readonly version: number }
  | { readonly ok: false; readonly rejection: { code: string } }

/** Wishes something in a session; resolves to the version of the log. Throws when it is refused. */
export async function wish(line: Line, id: number, sessionId: string, command: HumuusCommand): Promise<number> {
  const input = { sessionId, commandId: randomUUID(), command, givenAt: Date.now() }
  const verdict = await call<Verdict>(line, id, ['mutation', 'sessions.command', input])
  if (!verdict.ok) throw new Error(`${command.type} was refused: ${verdict.rejection.code}`)
  return verdict.version
}
