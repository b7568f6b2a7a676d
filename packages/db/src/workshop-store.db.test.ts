import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { deviceStore } from './device-store.ts'
import { UnstorableText } from './storable.ts'
import { aPlan } from './testing/sample-session.ts'
import { type TestDatabase, testDatabase } from './testing/test-database.ts'
import { type WorkshopStore, workshopStore } from './workshop-store.ts'

describe('the library of workshops', () => {
  let database: TestDatabase
  let workshops: WorkshopStore
  let ownerId: string
  beforeAll(async () => {
    database = await testDatabase()
    workshops = workshopStore(database.db)
  })
  beforeEach(async () => {
    const device = { deviceId: randomUUID(), secretHash: new Uint8Array(32), now: Date.now() }
    ownerId = (await deviceStore(database.db).signIn(device))?.userId ?? ''
  })
  afterAll(async () => database[Symbol.asyncDispose]())

  it('gives back what was put in', async () => {
    const before = Date.now()
    const made = await workshops.create({ ownerId, title: 'Gewässerschutz', plan: aPlan })
    expect(made).toEqual({
      id: expect.any(String),
      ownerId,
      title: 'Gewässerschutz',
      plan: aPlan,
      createdAt: made.updatedAt,
      updatedAt: expect.any(Number),
    })
    expect(made.createdAt).toBeGreaterThanOrEqual(before)
    expect(made.createdAt).toBeLessThanOrEqual(Date.now())
    expect(await workshops.get(made.id)).toEqual(made)
  })

  it('shows everybody their own, the last changed first', async () => {
    const first = await workshops.create({ ownerId, title: 'first', plan: aPlan })
    const second = await workshops.create({ ownerId, title: 'second', plan: aPlan })
    await database.db.prisma.workshop.update({ where: { id: first.id }, data: { updatedAt: new Date(1_000) } })
    expect((await workshops.list(ownerId)).map(({ title }) => title)).toEqual(['second', 'first'])
    await workshops.update(first.id, { title: 'first, now newest' })
    expect((await workshops.list(ownerId)).map(({ id }) => id)).toEqual([first.id, second.id])
    expect(await workshops.list(randomUUID())).toEqual([])
  })

  it('changes what is named and leaves the rest', async () => {
    const { id } = await workshops.create({ ownerId, title: 'draft', plan: aPlan })
    const longer = { ...aPlan, nodes: [...aPlan.nodes, { id: 'end', type: 'end', data: {} }] }
    expect(await workshops.update(id, { title: 'final' })).toMatchObject({ title: 'final', plan: aPlan })
    expect(await workshops.update(id, { plan: longer })).toMatchObject({ title: 'final', plan: longer })
    expect(await workshops.get(id)).toMatchObject({ title: 'final', plan: longer })
  })

  it('shows what is everybody’s to everybody, and keeps it up to date without touching what did not change', async () => {
    const id = randomUUID()
    await workshops.keepShared({ id, title: 'Demo', plan: aPlan })
    const shared = await workshops.get(id)
    expect(shared).toMatchObject({ id, ownerId: null, title: 'Demo', plan: aPlan })
    expect((await workshops.list(ownerId)).map((workshop) => workshop.id)).toContain(id)

    await workshops.keepShared({ id, title: 'Demo', plan: aPlan })
    expect(await workshops.get(id)).toEqual(shared)
    const newer = { ...aPlan, title: 'Demo, second edition' }
    await Promise.all([1, 2, 3].map(() => workshops.keepShared({ id, title: newer.title, plan: newer })))
    expect(await workshops.get(id)).toMatchObject({ title: newer.title, plan: newer, createdAt: shared?.createdAt })
    await workshops.remove(id)
  })

  it('takes one out once', async () => {
    const { id } = await workshops.create({ ownerId, title: 'short-lived', plan: aPlan })
    expect(await workshops.remove(id)).toBe(true)
    expect(await workshops.remove(id)).toBe(false)
    expect(await workshops.get(id)).toBeNull()
    expect(await workshops.update(id, { title: 'too late' })).toBeNull()
  })

  it('knows nothing under an id that is not a UUID', async () => {
    expect(await workshops.get('demo')).toBeNull()
    expect(await workshops.update('demo', { title: 'x' })).toBeNull()
    expect(await workshops.remove('demo')).toBe(false)
    expect(await workshops.list('demo')).toEqual([])
  })

  it('throws for a plan with text that cannot be stored, and keeps nothing of it', async () => {
    const plan = { ...aPlan, title: 'a\0b' }
    await expect(workshops.create({ ownerId, title: 'x', plan })).rejects.toThrow(UnstorableText)
    expect(await workshops.list(ownerId)).toEqual([])
  })
})
