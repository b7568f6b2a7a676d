import { randomBytes, randomUUID } from 'node:crypto'
import { wireVersion, wireVersionName } from '@humuus/api/wire'
import { openLine } from '../load/crowd.ts'
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

/** A phone, and the page that is open on it. */
const newPhone = () => ({
  device: { deviceId: randomUUID(), secret: randomBytes(32).toString('base64url'), delivery: 'bearer' },
  page: randomUUID(),
})
type Phone = ReturnType<typeof newPhone>

/** What breaks off on the way to a server that has more to do than it can: our pages try again. */
const drops: ReadonlySet<unknown> = new Set(['ECONNRESET', 'ETIMEDOUT', 'UND_ERR_CONNECT_TIMEOUT', 'UND_ERR_SOCKET'])

function isDrop(error: unknown): boolean {
  if (error instanceof HungUp) return true
  if (!(error instanceof Error)) return false
  return ('code' in error && drops.has(error.code)) || isDrop(error.cause)
}

/**
 * Somebody comes with a device that was never here, as a phone does that opens the page: signs in, looks up the code, opens a
 * connection, joins by a name and looks on. Resolves once they see the first of it.
 */
export async function comeIn(door: Door, index: number): Promise<Line> {
  const phone = newPhone()
  for (;;) {
    try {
      return await tryToComeIn(door, index, phone)
    } catch (error) {
      if (!isDrop(error)) throw error
    }
  }
}

async function tryToComeIn({ url, port, code }: Door, index: number, { device, page }: Phone): Promise<Line> {
  const person = await answerOf<{ userId: string; token: string }>(
    fetch(`${url}/trpc/auth.device`, { method: 'POST', headers, body: JSON.stringify(device) }),
  )
  const asked = encodeURIComponent(JSON.stringify({ code }))
  const { sessionId } = await answerOf<{ sessionId: string }>(
    fetch(`${url}/trpc/sessions.lookup?input=${asked}`, { headers }),
  )
  const line = await openLine(url, port, speech, index)
  introduce(line, person)
  await wish(line, 2, sessionId, { type: 'join', name: `Newcomer ${index}` })
  lookOn(line, sessionId, page, null)
  await line.until(0)
  return line
}

async function answerOf<Data>(asked: Promise<Response>): Promise<Data> {
  const response = await asked
  const said = (await response.json()) as { result?: { data: Data }; error?: { message: string } }
  if (said.result === undefined) throw new Error(`somebody was not let in: ${said.error?.message ?? response.status}`)
  return said.result.data
}
