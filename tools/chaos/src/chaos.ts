import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openRig } from '@humuus/rig'
import { breakThings } from './break-things.ts'
import { examine } from './examine.ts'
import { type Options, queueWish } from './options.ts'
import type { Outcome } from './outcome.ts'
import { openProbe } from './probe.ts'
import type { StageSet } from './stage-set.ts'
import { calm, restartAll } from './strike.ts'
import { Theatre } from './theatre.ts'

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
  // Awaited below; until then it is nobody's.
  playing.catch(() => {})

  const timeIsUp = AbortSignal.timeout(options.minutes * 60_000)
  const record = await breakThings({ rig, probe, seed, timeIsUp, stop, tell: say })
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
