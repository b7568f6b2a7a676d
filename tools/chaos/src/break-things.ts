import { pause } from '@humuus/client'
import type { Rig } from '@humuus/rig'
import { type Mishap, type Part, say } from './mishap.ts'
import type { Probe } from './probe.ts'
import { killsAtFirst, schedule } from './schedule.ts'
import { strike } from './strike.ts'

/** What came of the mishaps. */
export interface MishapRecord {
  readonly mishaps: Mishap[]
  /** Ms from `kill -9` of a server to its first acknowledged vote. */
  readonly recoveries: number[]
  /** Servers that did not come back to work, in words. */
  readonly troubles: string[]
}

interface Demolition {
  readonly rig: Rig
  readonly probe: Probe
  readonly seed: number
  /** When it has been enough, if each kind of kill came once. */
  readonly timeIsUp: AbortSignal
  /** When it is enough in any case. */
  readonly stop: AbortSignal
  readonly tell: (line: string) => void
}

/** A server that acknowledges nothing for so long after its kill does not work, in ms. */
const recoversWithinMs = 120_000

/** Lets one mishap after the other happen. On a busy machine everything takes longer: each kind of kill comes once all the same. */
export async function breakThings({ rig, probe, seed, timeIsUp, stop, tell }: Demolition): Promise<MishapRecord> {
  const record: MishapRecord = { mishaps: [], recoveries: [], troubles: [] }
  const hasRedis = rig.redis !== null
  const recovery = async (server: number, killedAt: number) => {
    const votedAt = await within(probe.nextVote(server), recoversWithinMs)
    if (votedAt !== null) record.recoveries.push(votedAt - killedAt)
    else record.troubles.push(`server ${server + 1} was started again and acknowledged nothing: see ${rig.logs}`)
  }
  for (const { pauseMs, mishaps } of schedule(seed, hasRedis)) {
    await pause(pauseMs, stop)
    if (stop.aborted || (timeIsUp.aborted && record.mishaps.length >= killsAtFirst(hasRedis))) break
    tell(mishaps.map(say).join(', and at the same time '))
    record.mishaps.push(...mishaps)
    const recovering: Promise<void>[] = []
    const onKilled = (part: Part, at: number) => {
      // A time is only taken where nothing else is in the way.
      if (mishaps.length === 1) recovering.push(...serversOf(part).map((server) => recovery(server, at)))
    }
    await Promise.all(mishaps.map((mishap) => strike(rig, mishap, onKilled)))
    await Promise.all(recovering)
  }
  return record
}

function serversOf(part: Part): readonly number[] {
  if (part === 'both servers') return [0, 1]
  return part === 'server 1' ? [0] : part === 'server 2' ? [1] : []
}

function within<T>(awaited: Promise<T>, ms: number): Promise<T | null> {
  const over = new AbortController()
  const late = pause(ms, over.signal).then(() => null)
  return Promise.race([awaited, late]).finally(() => over.abort())
}
