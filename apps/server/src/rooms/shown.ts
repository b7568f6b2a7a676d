import { createHash } from 'node:crypto'
import type { ShownDigest } from '@humuus/db'
import { engine, type Role } from '@humuus/workshop-engine'
import { jsonPieces } from '../json-pieces.ts'
import type { Moment } from './history.ts'

const roles = ['participant', 'screen', 'host'] as const satisfies readonly Role[]

/** Characters that are worked on at a time, so that nobody waits for a list of ten thousand people. */
const sliceLength = 64 * 1024

const turn = () => new Promise<void>((resolve) => setImmediate(resolve))

/** Fingerprint of a view: SHA-256 of its JSON, hex. Others have their turn meanwhile. */
export async function digestOf(view: unknown): Promise<string> {
  const hash = createHash('sha256')
  let slice = ''
  for (const piece of jsonPieces(view)) {
    slice += piece
    if (slice.length < sliceLength) continue
    hash.update(slice)
    slice = ''
    await turn()
  }
  return hash.update(slice).digest('hex')
}

/** Fingerprints of what each role is shown at a moment: a replay of the log has to come to the same. */
export async function shownAt({ version, state }: Moment): Promise<readonly ShownDigest[]> {
  const shown: ShownDigest[] = []
  for (const role of roles) shown.push({ version, role, digest: await digestOf(engine.sharedView(state, role)) })
  return shown
}
