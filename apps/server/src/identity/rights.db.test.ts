import { type Procedure, procedureRights, type Role, viewRights } from '@humuus/api'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aDevice, newcomer, visitor } from '../testing/visitor.ts'
import { openWorld, type World } from '../testing/world.ts'
import { workerHeader } from './worker-secret.ts'

const internalSecret = 'b'.repeat(32)

/** What a refusal for want of rights says. Anything else, an answer or another refusal, came after the guard. */
const denied = ['signed_out', 'not_allowed', 'not_joined', 'kicked', 'may_not_host', 'unknown_workshop']

interface Stage {
  readonly sessionId: string
  readonly workshopId: string
  readonly sharedId: string
  readonly screenKey: string
  /** Headers and, for the screen, the key that each role comes with. */
  readonly people: Readonly<Record<Role, { headers: Record<string, string>; screenKey?: string }>>
}

const nobodysId = '00000000-0000-4000-8000-000000000000'

/** An input that gets as far as the guard, and no procedure does any harm with. */
const inputs = (stage: Stage) =>
  ({
    'installation.get': undefined,
    'auth.device': { ...aDevice(), delivery: 'bearer' },
    'auth.email': { email: 'nobody@example.org', password: 'four herons', device: aDevice() },
    'auth.provider': { key: 'none', takeAlong: true, device: aDevice() },
    'auth.renew': { delivery: 'bearer' },
    'auth.me': undefined,
    // Would end the sign-in that the other rows need.
    'auth.signOut': 'left out',
    'account.get': undefined,
    'account.update': {},
    'account.register': { email: 'none', password: '', language: 'en' },
    'account.confirmEmail': { key: 'none' },
    'account.forgotPassword': { email: 'none', language: 'en' },
    'account.resetPassword': { key: 'none', password: '' },
    'account.changePassword': { current: '', password: '' },
    'account.changeEmail': { email: 'none', password: '', language: 'en' },
    'account.devices': undefined,
    'account.signOutDevice': { deviceId: nobodysId },
    'account.export': undefined,
    'account.remove': 'left out',
    'account.acceptInvitation': { key: 'none' },
    'account.becomeAdmin': { key: 'none' },
    'admin.people': {},
    'admin.setRole': { userId: nobodysId, role: 'member' },
    'admin.removePerson': { userId: nobodysId },
    'admin.invite': { email: 'none', role: 'host', language: 'en' },
    'admin.invitations': undefined,
    'admin.mails': undefined,
    'admin.removeMail': { mailId: nobodysId },
    'workshops.list': undefined,
    'workshops.get': { id: stage.workshopId },
    'workshops.create': { file: {} },
    'workshops.remove': 'left out',
    'sessions.create': { workshopId: stage.sharedId },
    'sessions.lookup': { code: '000000' },
    'sessions.get': { sessionId: stage.sessionId },
    'sessions.screen': { sessionId: stage.sessionId },
    'sessions.mine': undefined,
    'sessions.join': { sessionId: nobodysId, commandId: nobodysId, name: 'Ann' },
    'sessions.leave': { sessionId: nobodysId, commandId: nobodysId },
    'sessions.command': { sessionId: nobodysId, commandId: nobodysId, command: { type: 'pause' } },
    'sessions.beat': { sessionId: stage.sessionId, page: nobodysId },
    'sessions.reportReceipts': {
      sessionId: stage.sessionId,
      ledgerId: nobodysId,
      issued: 0,
      waiting: 0,
      acknowledged: [],
      refused: [],
    },
    'sessions.receipts': { sessionId: stage.sessionId },
    'sessions.clock': undefined,
    'sessions.trouble': undefined,
    'sessions.live': 'left out',
    'sessions.report': { sessionId: stage.sessionId },
    'ops.queues': undefined,
    'ops.deadLetters': undefined,
    'ops.retryJob': { queue: 'none', jobId: 'none' },
    'ops.discardJob': { queue: 'none', jobId: 'none' },
    'files.limits': undefined,
    'files.links': 'left out',
    'files.mine': { sessionId: stage.sessionId },
    'files.ofSession': { sessionId: stage.sessionId },
    'files.remove': { fileId: nobodysId },
    'files.keep': { sessionId: stage.sessionId, kept: false },
    'files.expire': { sessionId: stage.sessionId, days: null },
    'files.archive': { sessionId: stage.sessionId, nodeId: 'sum' },
    'files.media': undefined,
    'files.removeMedia': { fileId: nobodysId },
    'internal.tick': { sessionId: stage.sessionId },
    'internal.takeMail': { mailId: nobodysId },
    'internal.mailSent': { mailId: nobodysId },
    'internal.mailFailed': { mailId: nobodysId, trouble: '', isLast: false },
    'internal.lives': {
      workerId: nobodysId,
      report: {
        startedAt: 0,
        eventLoopMs: { p50: 0, p99: 0 },
        memoryBytes: 0,
        done: {},
        failed: {},
        timerLateMs: null,
      },
    },
    'ops.overview': undefined,
    'internal.housekeeping': { task: 'old-limits' },
    'internal.takeFile': { fileId: nobodysId },
    'internal.fileScanned': { fileId: nobodysId, outcome: 'clean' },
    'internal.fileDerived': { fileId: nobodysId, variants: [] },
    'internal.fileRefused': { fileId: nobodysId, code: 'file_unreadable' },
    'internal.expireFiles': {},
    'internal.reconcileFiles': undefined,
  }) satisfies Record<Procedure, unknown>

let world: World
let stage: Stage
beforeAll(async () => {
  world = await openWorld({ WHO_MAY_HOST: 'invited' })
  const { url } = world.server
  const { prisma } = world.database.db
  const make = async (role?: 'host' | 'admin') => {
    const person = await newcomer(url)
    if (role) await prisma.user.update({ where: { id: person.userId }, data: { role } })
    return person
  }
  const [person, host, admin, participant, former, helper] = [
    await make(),
    await make('host'),
    await make('admin'),
    await make(),
    await make(),
    await make(),
  ]
  const facilitator = await world.person()
  await prisma.user.update({ where: { id: facilitator.userId }, data: { role: 'host' } })
  const hosted = await world.hosted(undefined, facilitator)
  for (const one of [participant, former, helper]) {
    const { ok } = await (await world.person({ device: one.device })).join(hosted.code, 'Somebody')
    expect(ok).toBe(true)
  }
  await hosted.command({ type: 'add_facilitator', userId: helper.userId })
  await hosted.command({ type: 'kick', participantId: former.userId, mayReturn: false })
  await prisma.user.update({ where: { id: facilitator.userId }, data: { role: 'member' } })
  const owner = await newcomer(url, facilitator.device)
  const workshops = await facilitator.trpc.workshops.list.query()
  const as = ({ token }: { token: string | null }) => ({ headers: { authorization: `Bearer ${token}` } })
  stage = {
    sessionId: hosted.sessionId,
    screenKey: hosted.screenKey,
    workshopId: workshops.find(({ mine }) => mine)?.id ?? '',
    sharedId: workshops.find(({ mine }) => !mine)?.id ?? '',
    people: {
      visitor: { headers: {} },
      person: as(person),
      screen: { headers: {}, screenKey: hosted.screenKey },
      participant: as(participant),
      former: as(former),
      'co-facilitator': as(helper),
      facilitator: as(owner),
      host: as(host),
      author: as(owner),
      reader: as(person),
      admin: as(admin),
      worker: { headers: { [workerHeader]: internalSecret } },
    },
  }
}, 60_000)
afterAll(async () => world[Symbol.asyncDispose]())

/** All that somebody is who comes as this role. */
const also: Readonly<Record<Role, readonly Role[]>> = {
  visitor: [],
  person: ['person'],
  screen: ['screen'],
  participant: ['person', 'participant'],
  former: ['person', 'former'],
  'co-facilitator': ['person', 'participant', 'co-facilitator'],
  facilitator: ['person', 'facilitator', 'author'],
  host: ['person', 'host'],
  author: ['person', 'facilitator', 'author'],
  reader: ['person'],
  admin: ['person', 'host', 'admin'],
  worker: ['worker'],
}

const mayCome = (allowed: readonly Role[], role: Role): boolean =>
  allowed.some((one) => one === 'visitor' || also[role].includes(one))

async function codeOf(path: string, input: unknown, who: { headers: Record<string, string>; screenKey?: string }) {
  const [area, name] = path.split('.') as [string, string]
  const client = visitor(world.server.url, who.headers) as never as Record<
    string,
    Record<string, { query(input: unknown): Promise<unknown>; mutate(input: unknown): Promise<unknown> }>
  >
  const given = who.screenKey && path === 'sessions.screen' ? { ...(input as object), screenKey: who.screenKey } : input
  const procedure = client[area]?.[name]
  const call = reads.has(path) ? procedure?.query(given) : procedure?.mutate(given)
  return call?.then(
    () => 'answered',
    (error) => error.data?.rejection.code ?? String(error),
  )
}

const reads: ReadonlySet<string> = new Set([
  'installation.get',
  'auth.me',
  'account.get',
  'account.devices',
  'admin.people',
  'admin.invitations',
  'admin.mails',
  'ops.overview',
  'ops.queues',
  'ops.deadLetters',
  'workshops.list',
  'workshops.get',
  'sessions.lookup',
  'sessions.get',
  'sessions.screen',
  'sessions.mine',
  'sessions.receipts',
  'sessions.clock',
  'sessions.trouble',
  'sessions.report',
  'files.limits',
  'files.mine',
  'files.ofSession',
  'files.archive',
  'files.media',
])

describe('the table of rights', () => {
  test.each(Object.keys(procedureRights) as Procedure[])('holds for %s', async (path) => {
    const input: unknown = inputs(stage)[path]
    if (input === 'left out') return
    for (const role of Object.keys(stage.people) as Role[]) {
      const code = await codeOf(path, input, stage.people[role])
      const isAllowed = mayCome(procedureRights[path], role)
      expect({ role, isDenied: denied.includes(code) }, `${path} by ${role}: ${code}`).toEqual({
        role,
        isDenied: !isAllowed,
      })
    }
  })

  test('holds for taking a workshop out of the library: strangers do not learn that it exists', async () => {
    const remove = (id: string, role: Role) => codeOf('workshops.remove', { id }, stage.people[role])
    expect(await remove(stage.workshopId, 'visitor')).toBe('signed_out')
    expect(await remove(stage.workshopId, 'admin')).toBe('unknown_workshop')
    expect(await remove(stage.sharedId, 'author')).toBe('not_allowed')
    expect(await codeOf('workshops.get', { id: stage.sharedId }, stage.people.reader)).toBe('answered')
    expect(await remove(stage.workshopId, 'author')).toBe('answered')
  })

  test.each(Object.keys(viewRights) as (keyof typeof viewRights)[])('holds for the view of a %s', async (view) => {
    for (const role of Object.keys(stage.people) as Role[]) {
      const { headers, screenKey } = stage.people[role]
      const url = new URL(`${world.server.url}/trpc/sessions.live`)
      url.searchParams.set('input', JSON.stringify({ sessionId: stage.sessionId, role: view, screenKey }))
      const signal = AbortSignal.timeout(5_000)
      const response = await fetch(url, { headers: { ...headers, accept: 'text/event-stream' }, signal })
      let text = ''
      for await (const piece of response.body ?? []) {
        text += Buffer.from(piece).toString()
        if (text.includes('snapshot') || text.includes('rejection')) break
      }
      const isAllowed = mayCome(viewRights[view], role) && !(view === 'participant' && role === 'facilitator')
      expect({ role, isShown: text.includes('snapshot') }, `${view} by ${role}: ${text.slice(0, 300)}`).toEqual({
        role,
        isShown: isAllowed,
      })
    }
  })
})

test('somebody who is refused a session of theirs may still be told that they joined it before', async () => {
  expect(await codeOf('sessions.get', { sessionId: stage.sessionId }, stage.people.former)).toBe('answered')
})
