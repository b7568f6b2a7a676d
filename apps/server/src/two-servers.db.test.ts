import { must } from '@humuus/workshop-engine'
import { expect, test } from 'vitest'
import { serverProcess } from './testing/server-process.ts'
import { openWorld, vote } from './testing/world.ts'

/** Without a bus a server looks at the log every two seconds. */
const followedMs = 5_000

test('people of one session on two servers are in one workshop', async () => {
  await using world = await openWorld()
  const there = await world.another()
  const { sessionId, code, command, host } = await world.hosted()
  const ann = await world.person()
  const ben = await world.person({ url: there.url })
  await ann.join(code, 'Ann')
  await ben.join(code, 'Ben')
  const views = [ann, ben].map((person) => person.watch({ sessionId, role: 'participant' }))
  await command({ type: 'start' })
  await Promise.all(views.map((view) => view.until(({ shared }) => shared.step !== null, followedMs)))
  expect(await ann.send(sessionId, vote(0))).toMatchObject({ ok: true })
  expect(await ben.send(sessionId, vote(1))).toMatchObject({ ok: true })
  const sees = host.watch({ sessionId, role: 'host' })
  const { shared } = await sees.until(({ shared }) => shared.done === 2 && shared.present === 2, followedMs)
  expect(Object.values(shared.people).map(({ standing }) => standing)).toEqual(['present', 'present'])
})

test('whoever goes on with another server is told where they were, and nobody thinks that they left', async () => {
  await using world = await openWorld()
  const there = await world.another()
  const { sessionId, code, host } = await world.hosted()
  const ann = await world.person()
  await ann.join(code, 'Ann')
  const here = ann.watch({ sessionId, role: 'participant' })
  await here.until(() => true, followedMs)
  const standings = new Set<string>()
  const sees = host.watch({ sessionId, role: 'host' })
  sees.changed(() => {
    for (const { standing } of Object.values(sees.state?.shared.people ?? {})) standings.add(standing)
  })
  const again = await world.person({ url: there.url, device: ann.device })
  const elsewhere = again.watch({ sessionId, role: 'participant' })
  await elsewhere.until(() => true, followedMs)
  await expect(here.until(() => false, 10_000)).rejects.toThrow('taken_over')
  await ann.close()
  await new Promise((resolve) => setTimeout(resolve, 8_000))
  expect([...standings]).toEqual(['present'])
  expect(elsewhere.rejection).toBeNull()
})

test('a command that one server refused is refused by the other, though it would be granted there now', async () => {
  await using world = await openWorld()
  const there = await world.another()
  const { sessionId, code, command } = await world.hosted()
  const ann = await world.person()
  await ann.join(code, 'Ann')
  const commandId = crypto.randomUUID()
  const early = await ann.send(sessionId, vote(0), { commandId })
  expect(early).toMatchObject({ rejection: { code: 'step_not_open' } })
  await command({ type: 'start' })
  const again = await world.person({ url: there.url, device: ann.device })
  expect(await again.send(sessionId, vote(0), { commandId })).toEqual(early)
  expect(await again.send(sessionId, vote(0))).toMatchObject({ ok: true })
  await world.restart()
  const later = await world.person({ device: ann.device })
  expect(await later.send(sessionId, vote(0), { commandId })).toEqual(early)
})

test('people of a server that died are away soon, those who came to another one are not', async () => {
  await using world = await openWorld()
  await using there = await serverProcess(world.database.url)
  const { sessionId, code, host } = await world.hosted()
  const people = await Promise.all([1, 2].map(() => world.person({ url: there.url })))
  for (const [index, person] of people.entries()) await person.join(code, `Person ${index}`)
  for (const person of people) await person.watch({ sessionId, role: 'participant' }).until(() => true, followedMs)
  const sees = host.watch({ sessionId, role: 'host' })
  await sees.until(({ shared }) => shared.present === 2, followedMs)
  const died = performance.now()
  await there.die()
  const [first] = people
  const again = await world.person({ device: must(first, 'somebody was there').device })
  again.watch({ sessionId, role: 'participant' })
  const { shared } = await sees.until(({ shared }) => shared.present === 1, 15_000)
  expect(performance.now() - died).toBeLessThan(15_000)
  expect(shared.people[again.userId]?.standing).toBe('present')
}, 90_000)
