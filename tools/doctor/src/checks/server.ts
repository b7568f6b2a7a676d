import { bad, type Finding, good, off, warn } from '../finding.ts'
import { clockBeside } from './clock.ts'
import { opensWebSocket } from './web-socket.ts'

interface Door {
  readonly serverUrl: string
  readonly publicUrl: string | null
  readonly internalSecret: string | null
}

/** What no honest proxy passes on: an address that is nobody's (RFC 5737). */
const forged = '203.0.113.7'

/** A part of an upload: more than what some proxies take as they are installed. */
const partBytes = 2_000_000

const patience = () => AbortSignal.timeout(10_000)

/** The running server, and the way to it that people take. */
export async function server(door: Door): Promise<Finding[]> {
  const here = await readiness(door.serverUrl)
  if (here === null) return [off(`nothing answers at ${door.serverUrl}: start humuus, and look again`)]
  if (here.state !== 'good' || door.publicUrl === null)
    return [here, ...(door.publicUrl === null ? [off('PUBLIC_URL is not set: nothing is in front of it')] : [])]
  return [here, ...(await throughProxy(door.publicUrl, door))]
}

async function readiness(url: string): Promise<Finding | null> {
  const answer = await fetch(new URL('/readyz', url), { signal: patience() }).catch(() => null)
  if (answer === null) return null
  if (answer.ok) return good(`the server at ${url} is ready`)
  const { trouble } = (await answer.json().catch(() => ({}))) as { trouble?: string }
  return bad(`the server at ${url} is not ready: ${trouble ?? answer.status}`, 'its log says more')
}

async function throughProxy(publicUrl: string, { internalSecret }: Door): Promise<Finding[]> {
  const answer = await fetch(new URL('/readyz', publicUrl), { signal: patience() }).catch((error: Error) => error)
  if (answer instanceof Error || !answer.ok) {
    const why = answer instanceof Error ? reasonOf(answer) : `it answers ${answer.status}`
    return [bad(`${publicUrl} does not lead to the server (${why})`, 'see whether PUBLIC_URL and the proxy are right')]
  }
  const date = answer.headers.get('date')
  return [
    secure(publicUrl),
    ...(date === null ? [] : [await clockBeside(publicUrl, async () => inMiddleOfSecond(date))]),
    (await opensWebSocket(new URL('/trpc', publicUrl)))
      ? good('WebSockets get through')
      : bad('WebSockets do not get through', 'pass on Upgrade and Connection: examples are in deploy/proxy'),
    ...(internalSecret === null ? [] : await seen(publicUrl, internalSecret)),
    // Last: whoever refuses it may hang up in the middle of it.
    await largeParts(publicUrl),
  ]
}

const inMiddleOfSecond = (date: string): number => Date.parse(date) + 500

function secure(publicUrl: string): Finding {
  const { protocol, hostname } = new URL(publicUrl)
  if (protocol === 'https:') return good('people come over HTTPS')
  const isHere = hostname === 'localhost' || hostname.startsWith('127.')
  return isHere
    ? good('people come from this machine')
    : warn(
        'people come without HTTPS',
        'everybody on the way can read along, and pages do not work offline: see deploy/proxy',
      )
}

async function largeParts(publicUrl: string): Promise<Finding> {
  const answer = await fetch(new URL('/files/uploads/doctor', publicUrl), {
    method: 'PATCH',
    headers: { 'tus-resumable': '1.0.0', 'upload-offset': '0', 'content-type': 'application/offset+octet-stream' },
    body: new Uint8Array(partBytes),
    signal: patience(),
  }).catch(() => null)
  return answer?.status === 413
    ? bad('the proxy refuses uploads', 'client_max_body_size 0 (nginx), or what your proxy calls it')
    : good('parts of uploads get through')
}

/** Whether the server knows from where people come, and believes nobody who only says so. */
async function seen(publicUrl: string, secret: string): Promise<Finding[]> {
  const ask = async (headers: Record<string, string>) => {
    const answer = await fetch(new URL('/ops/seen', publicUrl), {
      headers: { ...headers, 'x-humuus-worker': secret },
      signal: patience(),
    })
    return answer.ok ? ((await answer.json()) as { address: string; protocol: string }) : null
  }
  const [honest, liar] = [await ask({}), await ask({ 'x-forwarded-for': forged })]
  if (honest === null || liar === null)
    return [off('INTERNAL_SECRET is another one: how the server sees people is not known')]
  const findings: Finding[] = []
  if (liar.address === forged)
    findings.push(
      bad(
        'whoever says so comes from anywhere',
        'lower TRUST_PROXY to the number of proxies, and let the first one replace X-Forwarded-For',
      ),
    )
  if (new URL(publicUrl).protocol === 'https:' && honest.protocol === 'http')
    findings.push(
      bad(
        'the server does not know that people come over HTTPS',
        'set TRUST_PROXY, and let the proxy set X-Forwarded-Proto',
      ),
    )
  return findings.length > 0
    ? findings
    : [good(`the server sees this machine as ${honest.address}, and cannot be fooled`)]
}

const reasonOf = (error: Error): string => (error.cause instanceof Error ? error.cause.message : error.message)
