import type { Accounts, Installation, Limits, People, Post, SignIns } from '@humuus/api'
import {
  type AccountRecord,
  accountStore,
  type Database,
  deviceStore,
  identityStore,
  limitClient,
  oneTimeKeyStore,
  personData,
  signInStore,
  workshopStore,
} from '@humuus/db'
import type { Refused } from '@humuus/workshop-engine'
import { Redis } from 'ioredis'
import type { Env } from '../env.ts'
import { inWords } from '../library/in-words.ts'
import { accountsPort } from './accounts.ts'
import { type Authenticate, authenticator } from './authentication.ts'
import { Connections } from './connections.ts'
import { tokenIssuer } from './issuer.ts'
import { limits } from './limits.ts'
import { linksOf } from './links.ts'
import { attempts } from './oidc/attempts.ts'
import { providedPeople } from './oidc/provided-people.ts'
import { openIdProvider } from './oidc/provider.ts'
import type { OidcParts } from './oidc/routes.ts'
import { oidcSettings } from './oidc/settings.ts'
import { passwordJudge } from './password-strength.ts'
import { passwords } from './passwords.ts'
import { peoplePort } from './people.ts'
import { Revocations } from './revocations.ts'
import { signIns } from './sign-ins.ts'
import { tokenKeys } from './tokens.ts'

export interface Identity {
  readonly ports: {
    readonly installation: Installation
    readonly limits: Limits
    readonly signIns: SignIns
    readonly accounts: Accounts
    readonly people: People
  }
  /** Signing in through a provider, where one is configured. */
  readonly oidc: OidcParts | null
  readonly authenticate: Authenticate
  readonly connections: Connections
  readonly revocations: Revocations
  close(): void
}

interface Parts {
  readonly db: Database
  readonly env: Env
  /** Where people find this installation. */
  readonly publicUrl: () => string
  readonly post: Post
  /** Takes somebody's name out of every session they were in. */
  readonly forget: (userId: string) => Promise<{ readonly ok: true } | Refused>
  /** Files that they sent, under any of their ids. */
  readonly filesOf: (ids: readonly string[]) => Promise<unknown>
  /** Tells other servers that sign-ins ended. */
  readonly sayRevoked: () => void
  readonly log: {
    warn(details: object, message: string): void
    info(details: object, message: string): void
  }
  readonly now: () => number
}

/** Everything about who is who, put together. */
export function composeIdentity({ db, env, publicUrl, post, log, now, ...parts }: Parts): Identity {
  const accounts = accountStore(db)
  const stored = signInStore(db)
  const keys = tokenKeys(env.AUTH_SECRET, now)
  const connections = new Connections()
  const revocations = new Revocations({
    signIns: stored,
    now,
    onOver: (signInId) => connections.end(signInId),
    onError: (error) => log.warn({ err: error }, 'cannot look for ended sign-ins'),
  })
  const settings = oidcSettings(env)
  const installation: Installation = {
    hosting: env.WHO_MAY_HOST,
    checksEmail: env.CONFIRM_EMAIL === undefined ? env.SMTP_URL !== undefined : env.CONFIRM_EMAIL === 'yes',
    sendsMail: env.SMTP_URL !== undefined,
    provider: settings?.name ?? null,
  }
  const redis = env.REDIS_URL === undefined ? null : limitRedis(env.REDIS_URL)
  const brakes = limits(
    redis === null ? { kind: 'postgres', client: limitClient(db) } : { kind: 'redis', client: redis },
    env.AUTH_SECRET[0],
  )
  const needs = {
    accounts,
    devices: deviceStore(db),
    signIns: stored,
    identities: identityStore(db),
    keys: oneTimeKeyStore(db),
    issuer: tokenIssuer({ keys, accounts, signIns: stored, tokenDays: env.TOKEN_DAYS, now }),
    passwords: passwords(),
    judge: passwordJudge(),
    limits: brakes,
    post,
    links: linksOf(publicUrl),
    installation,
    revoked: () => {
      parts.sayRevoked()
      return revocations.learn()
    },
    now,
  }
  const { removeById, ...own } = accountsPort({
    ...needs,
    forget: parts.forget,
    dataOf: async (account, ids) => ({ ...(await dataOf(db, account, ids)), files: await parts.filesOf(ids) }),
  })
  const people = providedPeople(needs)
  return {
    ports: {
      installation,
      limits: brakes,
      signIns: inWords({ ...signIns(needs), provider: people.answer }),
      accounts: inWords(own),
      people: inWords(peoplePort(needs, removeById)),
    },
    oidc: settings && {
      provider: openIdProvider(settings, (trouble) => log.warn(trouble, 'the OpenID provider is in trouble')),
      attempts: inWords(attempts(needs)),
      people: inWords(people),
      limits: brakes,
      publicUrl,
    },
    authenticate: authenticator({
      keys,
      revocations,
      onTrouble: (trouble, requestId) => log.info({ trouble, requestId }, 'token refused'),
    }),
    connections,
    revocations,
    close: () => {
      revocations.stop()
      redis?.disconnect()
    },
  }
}

/** Fails at once while Redis is away, and soon where it takes words and gives none: the brakes then count on their own. */
function limitRedis(url: string): Redis {
  const redis = new Redis(url, { enableOfflineQueue: false, maxRetriesPerRequest: 0, commandTimeout: 1_000 })
  redis.on('error', () => undefined)
  return redis
}

/** Everything that is kept about somebody, for them to take along. */
async function dataOf(db: Database, account: AccountRecord, ids: readonly string[]) {
  const { passwordHash, ...known } = account
  const [devices, providers, workshops, done] = await Promise.all([
    deviceStore(db).list(account.id),
    identityStore(db).list(account.id),
    workshopStore(db).list(account.id),
    personData(db, ids),
  ])
  return {
    account: { ...known, hasPassword: passwordHash !== null, ids },
    devices,
    providers,
    workshops: workshops.filter(({ ownerId }) => ownerId === account.id),
    ...done,
  }
}
