import { createHash } from 'node:crypto'
import type { ShownDigest } from '@humuus/db'
import { engine, type Role, type WorkshopState } from '@humuus/workshop-engine'

/** Fingerprint of a view: SHA-256 of its JSON, hex. Servers write down the same. */
export const digestOf = (view: unknown): string => createHash('sha256').update(JSON.stringify(view)).digest('hex')

const roles = new Set<string>(['host', 'screen', 'participant'] satisfies Role[])
const isRole = (role: string): role is Role => roles.has(role)

/** What a replay shows at the versions at which servers wrote down what they showed. */
export class ShownAgain {
  readonly #wanted: ReadonlyMap<number, ReadonlySet<string>>
  readonly #digests = new Map<string, string>()

  constructor(shown: readonly ShownDigest[]) {
    const wanted = new Map<number, Set<string>>()
    for (const { version, role } of shown) wanted.set(version, (wanted.get(version) ?? new Set()).add(role))
    this.#wanted = wanted
  }

  look(version: number, state: WorkshopState): void {
    for (const role of this.#wanted.get(version) ?? []) {
      if (isRole(role)) this.#digests.set(`${version} ${role}`, digestOf(engine.sharedView(state, role)))
    }
  }

  /** `null` for a version that the log does not have, or a role that there is not. */
  digest({ version, role }: Pick<ShownDigest, 'version' | 'role'>): string | null {
    return this.#digests.get(`${version} ${role}`) ?? null
  }
}

/** Everybody of a role was shown one picture at a version, by whichever server, and a replay comes to the same. */
export function checkShown(shown: readonly ShownDigest[], again: Pick<ShownAgain, 'digest'>): string[] {
  const known = new Map<string, string>()
  return shown.flatMap((one) => {
    const place = `${one.role} at version ${one.version}`
    const before = known.get(place)
    known.set(place, one.digest)
    const replayed = again.digest(one)
    if (replayed === null) return [`something was shown to ${place}, which the log does not have`]
    return [
      ...(before === undefined || before === one.digest ? [] : [`two different things were shown to ${place}`]),
      ...(replayed === one.digest ? [] : [`what was shown to ${place} is not what the log leads to`]),
    ]
  })
}
