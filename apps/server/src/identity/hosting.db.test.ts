import { afterAll, beforeAll, expect, test } from 'vitest'
import { bearer, keyFor, newcomer, refusedBy } from '../testing/visitor.ts'
import { file, openWorld, type World } from '../testing/world.ts'

const password = 'four herons over the weir'
const language = 'en' as const

const worlds: World[] = []
const worldWhere = async (who: 'everybody' | 'registered' | 'invited') => {
  const world = await openWorld({ WHO_MAY_HOST: who })
  worlds.push(world)
  return world
}
let invited: World
beforeAll(async () => {
  invited = await worldWhere('invited')
}, 60_000)
afterAll(async () => {
  await Promise.all(worlds.map((world) => world[Symbol.asyncDispose]()))
})

const mayNot = { code: 'may_not_host' }

async function admin(world: World) {
  const person = await newcomer(world.server.url)
  await world.database.db.prisma.user.update({
    where: { id: person.userId },
    data: { role: 'admin', displayName: 'Ada' },
  })
  return person
}

test('everybody may host where nothing else is said', async () => {
  const world = await worldWhere('everybody')
  const { trpc } = await newcomer(world.server.url)
  expect(await refusedBy(trpc.workshops.create.mutate({ file }))).toBeNull()
  expect(await trpc.installation.get.query()).toMatchObject({ hosting: 'everybody' })
})

test('where only registered people may host, a device alone may join and not host', async () => {
  const world = await worldWhere('registered')
  const { trpc } = await newcomer(world.server.url)
  expect(await refusedBy(trpc.workshops.create.mutate({ file }))).toEqual(mayNot)
  expect(await trpc.auth.me.query()).toMatchObject({ isRegistered: false, mayHost: false })
  await trpc.account.register.mutate({ email: 'host@example.org', password, language })
  expect(await trpc.auth.me.query()).toMatchObject({ isRegistered: true, mayHost: true })
  expect(await refusedBy(trpc.workshops.create.mutate({ file }))).toBeNull()
})

test('an invitation makes a host of whoever comes with it first, once', async () => {
  const ada = await admin(invited)
  const [ann, bob] = [await newcomer(invited.server.url), await newcomer(invited.server.url)]
  expect(await refusedBy(ann.trpc.workshops.create.mutate({ file }))).toEqual(mayNot)
  const { link } = await ada.trpc.admin.invite.mutate({ email: 'ann@example.org', role: 'host', language })
  expect(await ada.trpc.admin.invitations.query()).toMatchObject([{ email: 'ann@example.org', role: 'host' }])
  const key = await keyFor(invited.database, 'ann@example.org')
  expect(link.endsWith(`/account/invitation#${key}`)).toBe(true)
  expect(await ann.trpc.account.acceptInvitation.mutate({ key })).toEqual({ role: 'host' })
  expect(await refusedBy(ann.trpc.workshops.create.mutate({ file }))).toBeNull()
  expect(await refusedBy(bob.trpc.account.acceptInvitation.mutate({ key }))).toEqual({ code: 'key_worthless' })
  expect(await refusedBy(bob.trpc.workshops.create.mutate({ file }))).toEqual(mayNot)
  expect(await ada.trpc.admin.invitations.query()).toEqual([])
})

test('a role is given and taken by an admin, and the last admin stays one', async () => {
  const world = await worldWhere('invited')
  const ada = await admin(world)
  const ann = await newcomer(world.server.url)
  const set = (userId: string, role: 'member' | 'host' | 'admin') =>
    refusedBy(ada.trpc.admin.setRole.mutate({ userId, role }))
  expect(await set(ann.userId, 'host')).toBeNull()
  expect((await ada.trpc.admin.people.query({})).map(({ role }) => role).sort()).toEqual(['admin', 'host'])
  expect(await set(ada.userId, 'member')).toEqual({ code: 'last_admin' })
  expect(await refusedBy(ada.trpc.account.remove.mutate({ password: null }))).toEqual({ code: 'last_admin' })
  expect(await set(ann.userId, 'admin')).toBeNull()
  expect(await set(ada.userId, 'member')).toBeNull()
  expect(await set(ann.userId, 'host')).toEqual({ code: 'not_allowed' })
})

test('an invitation never takes away what somebody is', async () => {
  const ada = await admin(invited)
  const { link } = await ada.trpc.admin.invite.mutate({ email: 'ada@example.org', role: 'host', language })
  await ada.trpc.account.acceptInvitation.mutate({ key: link.split('#')[1] ?? '' })
  expect(await bearer(invited.server.url, ada.token).auth.me.query()).toMatchObject({ isAdmin: true })
})

test('links that somebody made as an admin open nothing once they are none', async () => {
  const [ada, eve] = [await admin(invited), await admin(invited)]
  const { link } = await eve.trpc.admin.invite.mutate({ email: 'eve@example.org', role: 'admin', language })
  expect(await refusedBy(ada.trpc.admin.setRole.mutate({ userId: eve.userId, role: 'member' }))).toBeNull()
  const key = link.split('#')[1] ?? ''
  expect(await refusedBy(eve.trpc.account.acceptInvitation.mutate({ key }))).toEqual({ code: 'key_worthless' })
  expect(await ada.trpc.admin.invitations.query()).toEqual([])
})

test('mail that nobody sends is shown to the admin, who passes it on', async () => {
  const ada = await admin(invited)
  await ada.trpc.admin.invite.mutate({ email: 'kept@example.org', role: 'host', language: 'de' })
  const mail = (await ada.trpc.admin.mails.query()).find(({ recipient }) => recipient === 'kept@example.org')
  expect(mail).toMatchObject({ status: 'kept', text: expect.stringContaining('/account/invitation#') })
  expect(await ada.trpc.admin.removeMail.mutate({ mailId: mail?.id ?? '' })).toEqual({ removed: true })
  expect(await ada.trpc.admin.removeMail.mutate({ mailId: mail?.id ?? '' })).toEqual({ removed: false })
})
