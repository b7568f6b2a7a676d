import { randomBytes, randomUUID } from 'node:crypto'
import { wireVersion, wireVersionName } from '@humuus/api/wire'
import { openLine } from '../load/crowd.ts'
import { tell } from '../tell.ts'
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

async function answerOf<Data>(asked: Promise<Response>): Promise<Data> {
  const response = await asked
  const said = (await response.json()) as { result?: { data: Data }; error?: { message: string } }
  if (said.result === undefined) throw new Error(`somebody was not let in: ${said.error?.message ?? response.status}`)
  return said.result.data
}

const isDrop = (error: unknown): boolean =>
  error instanceof HungUp || (error instanceof Error && 'code' in error && error.code === 'ECONNRESET')

/**
 * Somebody comes with a device that was never here, as a phone does that opens the page: signs in, looks up the code, opens a
 * connection, joins by a name and looks on. Resolves once they see the first of it.
 */
export async function comeIn({ url, port, code }: Door, index: number): Promise<Line> {
  const device = { deviceId: randomUUID(), secret: randomBytes(32).toString('base64url'), delivery: 'bearer' }
  const { userId, token } = await answerOf<{ userId: string; token: string }>(
    fetch(`${url}/trpc/auth.device`, { method: 'POST', headers, body: JSON.stringify(device) }),
  )
  const asked = encodeURIComponent(JSON.stringify({ code }))
  const { sessionId } = await answerOf<{ sessionId: string }>(
    fetch(`${url}/trpc/sessions.lookup?input=${asked}`, { headers }),
  )
  const person = { userId, token }
  const page = randomUUID()
  for (;;) {
    try {
      const line = await openLine(url, port, speech, index)
      introduce(line, person)
      await wish(line, 2, sessionId, { type: 'join', name: `Newcomer ${index}` })
      lookOn(line, sessionId, page, null)
      await line.until(0)
      return line
    } catch (error) {
      // As our pages do: another line, and the same again.
      if (!isDrop(error)) throw error
      tell(`somebody has to come again: ${error}`)
    }
  }
}
