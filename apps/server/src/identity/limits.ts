import { createHmac } from 'node:crypto'
import { type LimitName, type Limits, refusal } from '@humuus/api'
import { type LimitClient, sharedReads } from '@humuus/db'
import type { Redis } from 'ioredis'
import {
  type RateLimiterAbstract,
  RateLimiterMemory,
  RateLimiterPostgres,
  RateLimiterRedis,
  RateLimiterRes,
} from 'rate-limiter-flexible'
import { type LimitRule, limitRules } from './limit-rules.ts'

/** Where tries are counted, for all servers together. */
export type LimitStore =
  | { readonly kind: 'postgres'; readonly client: LimitClient }
  | { readonly kind: 'redis'; readonly client: Redis }

/** Brakes over a store; while it is away each server counts for itself. `secret` hides whose keys are counted. */
export function limits(store: LimitStore, secret: string, rules: Record<LimitName, LimitRule> = limitRules): Limits {
  const limiters = new Map<LimitName, RateLimiterAbstract>()
  const limiterOf = (name: LimitName): RateLimiterAbstract => {
    const limiter = limiters.get(name) ?? made(name, rules[name], store)
    limiters.set(name, limiter)
    return limiter
  }
  const hidden = (key: string): string =>
    createHmac('sha256', secret).update(`limit ${key}`).digest('base64url').slice(0, 22)

  // A hall has one address, and each of its phones asks for it.
  const spentBy = new Map<LimitName, (key: string) => Promise<RateLimiterRes | null>>()
  const spent = (name: LimitName, key: string): Promise<RateLimiterRes | null> => {
    const read = spentBy.get(name) ?? sharedReads((one) => limiterOf(name).get(hidden(one)))
    spentBy.set(name, read)
    return read(key)
  }

  return {
    take: async (name, key) => {
      try {
        await limiterOf(name).consume(hidden(key))
      } catch (error) {
        if (error instanceof RateLimiterRes) throw tooMany(error)
        throw error
      }
    },
    check: async (name, key) => {
      const found = await spent(name, key)
      if (found !== null && found.consumedPoints >= rules[name].points) throw tooMany(found)
    },
  }
}

function made(name: LimitName, { points, seconds, isLocal }: LimitRule, store: LimitStore): RateLimiterAbstract {
  const rule = { keyPrefix: name, points, duration: seconds }
  const alone = new RateLimiterMemory(rule)
  if (isLocal) return alone
  // Who has spent everything costs the store no more questions.
  const options = { ...rule, insuranceLimiter: alone, inMemoryBlockOnConsumed: points + 1 }
  if (store.kind === 'redis') return new RateLimiterRedis({ ...options, storeClient: store.client })
  return new RateLimiterPostgres({
    ...options,
    storeClient: store.client,
    storeType: 'client',
    tableName: 'rate_limits',
    tableCreated: true,
  })
}

const tooMany = ({ msBeforeNext }: RateLimiterRes) =>
  refusal('too_many_tries', { minutes: Math.max(1, Math.ceil(msBeforeNext / 60_000)) })
