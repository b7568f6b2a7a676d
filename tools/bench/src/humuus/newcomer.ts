import { randomBytes, randomUUID } from 'node:crypto'
import { Agent } from 'node:http'
import { readClock, wireVersion, wireVersionName } from '@humuus/api/wire'
import { asked } from '../load/asked.ts'
import { addressOf, openLine } from '../load/crowd.ts'
import { HungUp, type Line } from '../wire/line.ts'
import { introduce, listener, lookOn, wish } from './speech.ts'

const speech = { ...listener, enter: () => {}, vote: () => '' }
const headers = { 'content-type': 'application/json', [wireVersionName]: String(wireVersion) }

interface Door {
  readonly url: string
  readonly port: number
  /** What the hall reads from the screen. */
  readonly code: string
}

/** A phone, the page that is open on it, and its connection for what goes over HTTP. */
const newPhone = (index: number) => ({
  device: { deviceId: randomUUID(), secret: randomBytes(32).toString('base64url'), delivery: 'bearer' },
  page: randomUUID(),
  agent: new Agent({ keepAlive: true, maxSockets: 1 }),
  from: addressOf(index),
})
type Phone = ReturnType<typeof newPhone>

/** What breaks off on the way to a server that has more to do than it can: our pages try again. */
const drops: ReadonlySet<unknown> = new Set(['ECONNRESET', 'EPIPE', 'ETIMEDOUT'])

function isDrop(error: unknown): boolean {
  if (error instanceof HungUp) return true
  if (!(error instanceof Error)) return false
  return ('code' in error && drops.has(error.code)) || isDrop(error.cause)
}

/**
 * Somebody comes with a device that was never here: signs in, looks up the code, opens a connection, joins by a name and looks
 * on. `all`: they ask what the page asks besides, who they are, the session and the clock. Resolves once they see the first
 * of it.
 */
export async function comeIn(door: Door, index: number, all: boolean): Promise<Line> {
  const phone = newPhone(index)
  try {
    for (;;) {
      try {
        return await tryToComeIn(door, index, phone, all)
      } catch (error) {
        if (!isDrop(error)) throw error
      }
    }
  } finally {
    phone.agent.destroy()
  }
}

async function tryToComeIn({ url, port, code }: Door, index: number, phone: Phone, all: boolean): Promise<Line> {
  const person = await wished<{ userId: string; token: string }>(port, phone, 'auth.device', phone.device)
  const { token } = person
  if (all) await answered(port, phone, 'auth.me', { token })
  const { sessionId } = await answered<{ sessionId: string }>(port, phone, 'sessions.lookup', {
    token,
    input: { code },
  })
  if (all) {
    await answered(port, phone, 'sessions.get', { token, input: { sessionId } })
    await readClock(
      () => answered(port, phone, 'sessions.clock', { token }),
      () => performance.now(),
    )
  }
  const line = await openLine(url, port, speech, index)
  introduce(line, person)
  await wish(line, 2, sessionId, { type: 'join', name: `Newcomer ${index}` })
  lookOn(line, sessionId, phone.page, null)
  await line.until(0)
  return line
}

interface Answer {
  readonly result?: { readonly data: unknown }
  readonly error?: { readonly message: string }
}

async function wished<Data>(port: number, { agent, from }: Phone, path: string, input: object): Promise<Data> {
  const options = { ...{ agent, port, headers, localAddress: from }, method: 'POST', path: `/trpc/${path}` }
  return dataOf(await asked(options, JSON.stringify(input)))
}

/** A question, in a batch of one, as our pages send it. */
async function answered<Data>(
  port: number,
  { agent, from }: Phone,
  path: string,
  { token, input = {} }: { token: string; input?: object },
): Promise<Data> {
  const inputs = encodeURIComponent(JSON.stringify({ 0: input }))
  const [answer] = (await asked({
    ...{ agent, port, localAddress: from, headers: { ...headers, authorization: `Bearer ${token}` } },
    path: `/trpc/${path}?batch=1&input=${inputs}`,
  })) as unknown[]
  return dataOf(answer)
}

function dataOf<Data>(answer: unknown): Data {
  const { result, error } = answer as Answer
  if (result === undefined) throw new Error(`somebody was not let in: ${error?.message}`)
  return result.data as Data
}
