import type { Line } from './line.ts'
import { digitsAt, type Speech } from './speech.ts'

/** The subscription is always asked for under this number, calls under higher ones. */
const liveId = 1
const beginOfLive = Buffer.from(`{"id":${liveId},`)
const beginOfMark = Buffer.from('"id":"')
const snapshot = Buffer.from('"kind":"snapshot"')

interface Answer {
  readonly id: number
  readonly result?: { readonly type?: string; readonly data?: unknown }
  readonly error?: { readonly message: string }
}

/** A request of tRPC's over a WebSocket. */
export const request = (id: number, method: 'query' | 'mutation' | 'subscription', path: string, input: unknown) =>
  JSON.stringify({ id, method, params: { path, input } })

/** Of updates only the number is read, which stands in the envelope of a tracked event; answers are read whole. */
export function hearTrpc(payload: Buffer, line: Line): void {
  if (payload.subarray(0, beginOfLive.length).equals(beginOfLive)) {
    const at = payload.indexOf(beginOfMark)
    if (at < 0) hearRefusal(payload, line)
    if (at < 0) return
    if (payload.subarray(0, 200).includes(snapshot)) line.snapshots++
    line.reached(digitsAt(payload, at + beginOfMark.length))
    return
  }
  const { id, result, error } = JSON.parse(payload.toString()) as Answer
  line.answered(id, error === undefined ? result?.data : new Error(error.message))
}

/** Beside updates there is that it began, which says nothing, and a refusal. */
function hearRefusal(payload: Buffer, line: Line): void {
  const { error } = JSON.parse(payload.toString()) as Answer
  if (error !== undefined) line.onRefused(error.message)
}

/** Calls a procedure; throws what the server says when it fails. */
export async function call<Output>(
  line: Line,
  id: number,
  [method, path, input]: readonly ['query' | 'mutation', string, unknown],
): Promise<Output> {
  const answer = await line.ask(id, request(id, method, path, input))
  if (answer instanceof Error) throw answer
  return answer as Output
}

/** A server with one procedure to look on and one to vote. */
export const trpcSpeech: Speech = {
  path: () => '/',
  enter: (line, since) =>
    line.send(request(liveId, 'subscription', 'live', since === null ? {} : { lastEventId: String(since) })),
  hear: hearTrpc,
  vote: (id, vote) => request(id, 'mutation', 'vote', vote),
}
