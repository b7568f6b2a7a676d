import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto'
import type { FileVariant } from '@humuus/api'

const hourMs = 3_600_000

/** Why an address opens nothing: it was never given out, or not for so long. */
export type AddressTrouble = 'forged' | 'expired'

/** Addresses of files. `until` is in epoch seconds. */
export interface Addresses {
  /** Of a form that everybody may have who knows its digest. */
  open(fileId: string, variant: FileVariant): string
  /** Of one that is given out for some time. */
  signed(path: string, until: number): string
  /** Whether a path with this signature may be fetched now; compares in the same time whatever is given. */
  judge(path: string, given: { until: unknown; sig: unknown }, now: number): AddressTrouble | null
}

/** Where a form of a file is, on this server and in every cache. */
export const pathOf = (fileId: string, { digest, variant, key }: FileVariant): string =>
  `/files/${fileId}/${digest}/${variant}.${key.split('.').at(-1)}`

/** An address is good for one to two hours, and the same for all who ask within an hour: caches have it once. */
export const untilFor = (now: number): number => (Math.ceil(now / hourMs) + 1) * 3_600

/** `secrets`: the first signs, all are believed. `base` stands in front of paths. */
export function addresses(secrets: readonly [string, ...string[]], base: string): Addresses {
  const keys = secrets.map((secret) => Buffer.from(hkdfSync('sha256', secret, '', 'humuus addresses of files', 32)))
  const signature = (key: Buffer, path: string, until: number): Buffer =>
    createHmac('sha256', key).update(`${path}\n${until}`).digest()

  return {
    open: (fileId, variant) => base + pathOf(fileId, variant),
    signed: (path, until) => {
      const [key = Buffer.alloc(0)] = keys
      return `${base}${path}?until=${until}&sig=${signature(key, path, until).toString('base64url')}`
    },
    judge: (path, { until, sig }, now) => {
      if (typeof until !== 'string' || typeof sig !== 'string' || !/^\d{1,12}$/.test(until)) return 'forged'
      const given = Buffer.from(sig, 'base64url')
      const isOurs = keys
        .map((key) => signature(key, path, Number(until)))
        .map((ours) => given.length === ours.length && timingSafeEqual(given, ours))
        .includes(true)
      if (!isOurs) return 'forged'
      return Number(until) * 1_000 <= now ? 'expired' : null
    },
  }
}
