import { pause } from '@humuus/client'
import type { Breakable, Rig } from '@humuus/rig'
import { must, unreachable } from '@humuus/workshop-engine'
import type { Mishap, Part } from './mishap.ts'

/** A part that does not come back within this many ms is lost. */
const backWithinMs = 120_000

/** Lets a mishap happen to a rig; resolves when it is over and everything runs again. `onKilled` is told the kill's moment. */
export async function strike(rig: Rig, mishap: Mishap, onKilled: (part: Part, at: number) => void): Promise<void> {
  switch (mishap.kind) {
    case 'kill': {
      const parts = partsOf(rig, mishap.part)
      const at = performance.now()
      await Promise.all(parts.map((part) => part.kill()))
      await pause(mishap.awayMs)
      onKilled(mishap.part, at)
      await Promise.all(parts.map(bringBack))
      return
    }
    case 'restart':
      for (const part of mishap.part === 'servers' ? rig.servers : partsOf(rig, mishap.part)) {
        await part.stop()
        await bringBack(part)
      }
      return
    case 'freeze': {
      const [part] = partsOf(rig, mishap.part)
      await part?.freeze()
      await pause(mishap.ms)
      await part?.thaw()
      return
    }
    case 'cut':
      rig.front.cut()
      return
    case 'block':
      rig.front.block(mishap.ms)
      await pause(mishap.ms)
      return
    default:
      return unreachable(mishap)
  }
}

/** Everything runs and goes on running. */
export async function calm(rig: Rig): Promise<void> {
  rig.front.calm()
  await rig.database.thaw()
  await rig.database.start()
  const others = [rig.redis, ...rig.servers, rig.worker].filter((part) => part !== null)
  await Promise.all(others.map((part) => part.thaw()))
  await Promise.all(others.map(bringBack))
}

/** Stops and starts every part, in order. */
export async function restartAll(rig: Rig): Promise<void> {
  for (const part of [rig.worker, ...rig.servers, rig.redis, rig.database]) await part?.stop()
  await calm(rig)
}

const bringBack = (part: Breakable): Promise<void> => part.start({ again: true, withinMs: backWithinMs })

function partsOf(rig: Rig, part: Part): Breakable[] {
  const [first, second] = rig.servers
  const parts = {
    'server 1': [first],
    'server 2': [second],
    'both servers': [first, second],
    worker: [rig.worker],
    database: [rig.database],
    redis: [rig.redis],
  } satisfies Record<Part, unknown>
  return parts[part].map((one) => must(one ?? undefined, `the rig has a ${part}`))
}
