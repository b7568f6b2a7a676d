import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pause } from '@humuus/client'
import { openRig, type Rig } from '@humuus/rig'
import { examine } from './examine.ts'
import { type Mishap, say } from './mishap.ts'
import { type Options, queueWish } from './options.ts'
import type { Outcome } from './outcome.ts'
import { openProbe, type Probe } from './probe.ts'
import { schedule } from './schedule.ts'
import type { StageSet } from './stage-set.ts'
import { calm, restartAll, strike } from './strike.ts'
import { Theatre } from './theatre.ts'

/** What came of the mishaps. */
export interface MishapRecord {
  readonly mishaps: Mishap[]
  /** Ms from `kill -9` of a server to its first acknowledged vote. */
  readonly recoveries: number[]
}

/**
 * Plays sessions while everything breaks, then in calm to their end, and checks every one. `tell` is told what happens;
 * `stop` ends the breaking before its time. The folder with data and logs is kept where there is a fault.
 */
export async function chaos(options: Options, tell: (line: string) => void, stop: AbortSignal): Promise<Outcome> {
  const folder = await mkdtemp(join(tmpdir(), 'humuus-chaos-'))
  const outcome = await inFolder(folder, options, tell, stop)
  if (outcome.faults.length === 0) await rm(folder, { recursive: true, force: true })
  return outcome
}

async function inFolder(
  folder: string,
  options: Options,
  tell: (line: string) => void,
  stop: AbortSignal,
): Promise<Outcome> {
  const { seed } = options
  await using rig = await openRig({
    servers: 2,
    redis: queueWish(seed) === 'redis' ? 'if there' : 'no',
    folder,
    network: { seed, delayMs: [0, 8], cutChance: 0.0005 },
  })
  const began = performance.now()
  const say = (line: string) => tell(`${((performance.now() - began) / 1_000).toFixed(1).padStart(7)} s  ${line}`)
  say(`seed ${seed}: two servers, queue on ${rig.redis === null ? 'PostgreSQL' : 'Redis'}, data in ${folder}`)

  const closing = new AbortController()
  const set: StageSet = { rig, seed, people: options.people, closing: closing.signal, tell: say }
  await using probe = await openProbe(rig)
  const theatres = Array.from({ length: options.sessions }, (_, index) => new Theatre(index + 1, set))
  const playing = Promise.all(theatres.map((theatre) => theatre.run()))

  const timeIsUp = AbortSignal.any([AbortSignal.timeout(options.minutes * 60_000), stop])
  const record = await breakThings(rig, probe, options, timeIsUp, say)
  say('calm: everything runs, and the last sessions are played to their end')
  closing.abort()
  await calm(rig)
  await playing
  await probe.end()
  say('everything is restarted once more, and views are compared')
  await restartAll(rig)
  await Promise.all(theatres.map((theatre) => theatre.compareLast()))
  say('audit of every session')
  const minutes = (performance.now() - began) / 60_000
  return await examine({ rig, options, folder, theatres, probe, record, minutes })
}

async function breakThings(
  rig: Rig,
  probe: Probe,
  { seed }: Options,
  timeIsUp: AbortSignal,
  tell: (line: string) => void,
): Promise<MishapRecord> {
  const record: MishapRecord = { mishaps: [], recoveries: [] }
  for (const { pauseMs, mishaps } of schedule(seed, rig.redis !== null)) {
    await pause(pauseMs, timeIsUp)
    if (timeIsUp.aborted) return record
    tell(mishaps.map(say).join(', and at the same time '))
    record.mishaps.push(...mishaps)
    // A time is only told where nothing else was in its way.
    const isAlone = mishaps.length === 1
    await Promise.all(
      mishaps.map((mishap) =>
        strike(rig, mishap, (part, at) => {
          const hit = { 'server 1': [0], 'server 2': [1], 'both servers': [0, 1] }[part as string] ?? []
          for (const server of isAlone ? hit : [])
            void probe.nextVote(server).then((votedAt) => record.recoveries.push(votedAt - at))
        }),
      ),
    )
  }
  return record
}
