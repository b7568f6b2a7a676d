import { request } from 'node:http'
import { setTimeout as pause } from 'node:timers/promises'
import { nastyKey, nastyValue } from './nasty.ts'
import { toText } from './raw-json.ts'
import { someCall } from './requests.ts'
import { forged } from './tokens.ts'
import type { Visit } from './visit.ts'

const answerMs = 15_000

const types = [
  'application/json',
  'application/json; charset=utf-16',
  'text/plain',
  'multipart/form-data; boundary=x',
  'application/x-www-form-urlencoded',
  'application/octet-stream',
  '',
]

interface Sent {
  readonly method: string
  readonly path: string
  readonly headers: Record<string, string>
  readonly body: string | null
}

/** The same over HTTP: wrong types, too much, paths that are none, and event streams that nobody reads. */
export async function httpVisit(visit: Visit): Promise<void> {
  const count = 10 + visit.random.below(20)
  for (let index = 0; index < count; index++) {
    visit.sent()
    if (visit.random.next() < 0.1) await abandonStream(visit)
    else await ask(visit, someSending(visit))
  }
}

function someSending({ target, random }: Visit): Sent {
  const { method, path, input } = someCall(target, random)
  const { token } = random.pick(target.intruders)
  const headers: Record<string, string> = {
    authorization: `Bearer ${random.next() < 0.8 ? token : forged(token, random)}`,
    'content-type': random.next() < 0.7 ? 'application/json' : random.pick(types),
    ...(random.next() < 0.05 && { cookie: `humuus=${'x'.repeat(4_000)}` }),
    ...(random.next() < 0.05 && { 'x-endless': 'x'.repeat(20_000) }),
    ...(random.next() < 0.05 && { accept: 'text/event-stream' }),
  }
  const text = random.next() < 0.03 ? 'x'.repeat(1_200_000) : toText(input)
  const where = `/trpc/${encodeURIComponent(path)}`
  if (random.next() < 0.04)
    return { method: random.pick(['PUT', 'DELETE', 'PATCH', 'OPTIONS', 'TRACE']), path: where, headers, body: null }
  if (random.next() < 0.05)
    return {
      method: 'GET',
      path: random.pick([
        '/../../etc/passwd',
        '/%2e%2e/%2e%2e/etc/passwd',
        '/trpc/%00',
        '/trpc/%ff',
        `/${'x'.repeat(3_000)}`,
      ]),
      headers,
      body: null,
    }
  if (method === 'mutation') return { method: 'POST', path: where, headers, body: text }
  const query = new URLSearchParams({
    input: text.slice(0, 8_000),
    ...(random.next() < 0.2 && { [nastyKey(random)]: toText(nastyValue(random)).slice(0, 1_000) }),
  })
  const batch = random.next() < 0.2 ? '&batch=1' : ''
  return { method: 'GET', path: `${where}${batch ? `,${where.slice(6)}` : ''}?${query}${batch}`, headers, body: null }
}

function ask({ target, judge }: Visit, { method, path, headers, body }: Sent): Promise<void> {
  return new Promise((resolve) => {
    const asked = request(`${target.url}${path.startsWith('/') ? path : `/${path}`}`, {
      method,
      headers,
      agent: false,
      timeout: answerMs,
    })
    asked.on('timeout', () => {
      judge.object('a request without an answer', `${method} ${path.slice(0, 200)}`)
      asked.destroy()
    })
    asked.on('error', () => resolve())
    asked.on('close', () => resolve())
    asked.on('response', (response) => {
      let said = ''
      response.on('data', (piece) => (said += piece))
      response.on('end', () => {
        judge.ended(`HTTP ${response.statusCode}`)
        if (String(response.headers['content-type']).includes('json')) judge.answer(said, `${method} ${path} ${body}`)
        else judge.text(said, `${method} ${path}`)
        resolve()
      })
      // A stream has no end: a moment of it is enough.
      if (String(response.headers['content-type']).includes('event-stream')) setTimeout(() => asked.destroy(), 50)
    })
    asked.end(body ?? undefined)
  })
}

/** Opens an event stream and reads nothing of it. */
async function abandonStream({ target, random }: Visit): Promise<void> {
  const { sessionId, screenKey } = target.own
  const input = JSON.stringify({ sessionId, role: 'screen', screenKey, beats: random.next() < 0.5 })
  const asked = request(`${target.url}/trpc/sessions.live?input=${encodeURIComponent(input)}`, {
    agent: false,
    headers: { accept: 'text/event-stream' },
  })
  asked.on('error', () => {})
  asked.on('response', (response) => response.pause())
  asked.end()
  await pause(20 + random.below(100))
  asked.destroy()
}
