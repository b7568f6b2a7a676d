import { createHash } from 'node:crypto'
import type { ShownDigest } from '@humuus/db'
import { engine, type Role } from '@humuus/workshop-engine'
import type { Moment } from './history.ts'

const roles = ['participant', 'screen', 'host'] as const satisfies readonly Role[]

/** Fingerprint of a view: SHA-256 of its JSON, hex. */
export const digestOf = (view: unknown): string => createHash('sha256').update(JSON.stringify(view)).digest('hex')

/** Fingerprints of what each role is shown at a moment: a replay of the log has to come to the same. */
export const shownAt = ({ version, state }: Moment): readonly ShownDigest[] =>
  roles.map((role) => ({ version, role, digest: digestOf(engine.sharedView(state, role)) }))
