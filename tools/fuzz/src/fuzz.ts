import { readFile } from 'node:fs/promises'
import { setTimeout as pause } from 'node:timers/promises'
import { openRig, type Rig } from '@humuus/rig'
import { seededRandom } from '@humuus/workshop-engine/testing'
import { Guests, guestsCanary, intrudersCanary, openSession } from './guests.ts'
import { Judge } from './judge.ts'
import { type Memory, measurable, memoryOf, rssOf } from './memory.ts'
import { type SlowReaders, slowReaders } from './slow-readers.ts'
import { signIn, type Target } from './target.ts'
import { someVisit } from './visits.ts'

export interface Options {
  /** Somebody else's installation; `null`: one of our own. */
  readonly url: string | null
  readonly messages: number
  readonly seed: number
  /** People who read nothing, to be measured at the end; only on a server of our own. */
  readonly slowReaders: number
}

export interface Outcome {
  readonly seed: number
  readonly seconds: number
  readonly messages: number
  readonly answers: number
  readonly refusals: Readonly<Record<string, number>>
  readonly ends: Readonly<Record<string, number>>
  readonly guests: { readonly votes: number; readonly p50: number; readonly p99: number; readonly longest: number }
  /** `null` where the server is not ours. */
  readonly memory: { readonly before: Memory; readonly after: Memory; readonly highestRss: number } | null
  readonly slowReaders: SlowReaders | null
  /** What must not be; empty when all is well. */
  readonly faults: readonly string[]
}

/** Intruders at work at the same time. */
const atOnce = 6

const intruders = 4

/** Before memory is measured for the first time, so much of everything has happened once. */
const warmUpShare = 0.1

/** Time for dead connections to be noticed and for graces to pass; a short run leaves little behind. */
const calmMs = (messages: number): number => (messages < 10_000 ? 3_000 : 12_000)

/** By so much the heap may have grown: what a session remembers of what was answered, and what V8 compiled meanwhile. */
const growth = { share: 0.25, bytes: 12 * 1024 * 1024 }

/** Attacks an installation while people work with it, and tells what came of it. */
export async function fuzz(options: Options, tell: (line: string) => void): Promise<Outcome> {
  const began = performance.now()
  await using rig = options.url === null ? await openRig({ worker: false, env: { ...measurable } }) : null
  const url = options.url ?? rig?.urls[0] ?? ''
  const judge = new Judge(guestsCanary)
  await using guests = await Guests.gather(url, options.seed)
  const own = await openSession(url, intrudersCanary)
  const accounts = await Promise.all(Array.from({ length: intruders }, () => signIn(url)))
  await Promise.all(accounts.slice(0, 2).map(({ client }) => client.join(own.sessionId, intrudersCanary)))
  const target: Target = { url, guests, own, intruders: accounts }

  const attack = attacker(target, options.seed, judge)
  await attack(options.messages * warmUpShare, tell)
  const pid = rig?.servers[0]?.pid ?? null
  const before = await measure(rig, calmMs(options.messages))
  let highestRss = 0
  const watching = setInterval(() => {
    if (pid !== null) void rssOf(pid).then((rss) => (highestRss = Math.max(highestRss, rss ?? 0)))
  }, 250)
  const sent = await attack(options.messages, tell)
  clearInterval(watching)
  await guests.finish()
  await Promise.all([own.host.close(), ...accounts.map(({ client }) => client.close())])
  const after = await measure(rig, calmMs(options.messages))

  const slow = rig !== null && options.slowReaders > 0 ? await slowReaders(rig, options.slowReaders) : null
  const ready = await fetch(`${url}/readyz`).then(
    ({ status }) => status,
    () => 0,
  )
  const waits = guests.waits.toSorted((a, b) => a - b)
  const faults = [
    ...judge.faults,
    ...guests.faults,
    ...(slow?.ends.never === undefined ? [] : [`${slow.ends.never} slow readers were never cut`]),
    ...(ready === 200 ? [] : [`/readyz says ${ready}`]),
    ...(rig ? [...rig.deaths, ...(await loggedErrors(rig)), ...grown(before, after)] : []),
    ...(pid === (rig?.servers[0]?.pid ?? null) ? [] : ['the server is another process than before']),
  ]
  return {
    seed: options.seed,
    seconds: Math.round((performance.now() - began) / 100) / 10,
    messages: sent,
    answers: judge.answers,
    refusals: Object.fromEntries(judge.refusals),
    ends: Object.fromEntries(judge.ends),
    guests: { votes: waits.length, p50: share(waits, 0.5), p99: share(waits, 0.99), longest: share(waits, 1) },
    memory: before && after ? { before, after, highestRss } : null,
    slowReaders: slow,
    faults,
  }
}

/** Sends visits until so many messages were sent in all. */
function attacker(target: Target, seed: number, judge: Judge) {
  let sent = 0
  let visits = 0
  return async (until: number, tell: (line: string) => void): Promise<number> => {
    const told = setInterval(() => tell(`${sent} messages`), 10_000)
    const busy = async () => {
      while (sent < until) {
        const random = seededRandom(`${seed} visit ${visits++}`)
        await someVisit({ target, random, judge, sent: (count = 1) => (sent += count) })
      }
    }
    try {
      await Promise.all(Array.from({ length: atOnce }, busy))
    } finally {
      clearInterval(told)
    }
    return sent
  }
}

async function measure(rig: Rig | null, afterMs: number): Promise<Memory | null> {
  const [server] = rig?.servers ?? []
  if (!rig || !server?.pid) return null
  await pause(afterMs)
  return memoryOf(server.pid, `${rig.logs}/${server.name}.log`)
}

/** Lines of our server's log that tell of an error, each once. */
async function loggedErrors(rig: Rig): Promise<string[]> {
  const text = await readFile(`${rig.logs}/server-1.log`, 'utf8')
  const lines = text.split('\n').filter((line) => /^\{"level":(5|6)0/.test(line))
  const kinds = new Map(lines.map((line) => [messageOf(line), line]))
  return [...kinds.values()].map((line) => `the server’s log: ${line.slice(0, 600)}`)
}

function messageOf(line: string): string {
  const { msg, err } = JSON.parse(line) as { msg?: string; err?: { message?: string } }
  return `${msg} ${err?.message}`
}

function grown(before: Memory | null, after: Memory | null): string[] {
  if (before === null || after === null) return []
  const most = before.heap * (1 + growth.share) + growth.bytes
  return after.heap <= most ? [] : [`the heap has grown from ${before.heap} to ${after.heap} bytes`]
}

const share = (sorted: readonly number[], part: number): number =>
  Math.round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0)
