import { expect, it } from 'vitest'
import { eventually, startWorld } from './testing/world.ts'

const rename = (name: string) => ({ type: 'rename', participantId: 'me', name }) as const

it('tells the server what became of the commands, each once, in one report for many', async () => {
  await using world = await startWorld()
  world.server.whims.refusals = [{ code: 'name_characters' }]
  const { live, outbox } = world.phone()
  const queue = live.commands.of('s')
  await Promise.all(['refused', 'a', 'b'].map((name) => queue.send(rename(name))))
  await eventually(() => world.server.reports.flatMap((one) => one.acknowledged).length === 2)
  const { reports } = world.server
  expect(new Set(reports.map(({ ledgerId }) => ledgerId)).size).toBe(1)
  expect(reports.flatMap(({ refused }) => refused)).toHaveLength(1)
  expect(reports.at(-1)).toMatchObject({ issued: 3, waiting: 0 })
  await expect.poll(() => outbox.owed('s')).toMatchObject({ issued: 3, acknowledged: [], refused: [] })
})

it('reports after coming back what the page before could not', async () => {
  await using world = await startWorld()
  const { live, outbox } = world.phone()
  await outbox.add({ commandId: '00000000-0000-4000-8000-00000000000a', sessionId: 's', command: rename('Ann') })
  await outbox.settle('00000000-0000-4000-8000-00000000000a', 'acknowledged')
  await live.commands.resume()
  await eventually(() => world.server.reports.length === 1)
  expect(world.server.reports[0]).toMatchObject({ issued: 1, acknowledged: ['00000000-0000-4000-8000-00000000000a'] })
})

it('tries again while the server cannot keep reports, and loses none', async () => {
  await using world = await startWorld()
  world.server.whims.reportRefusals = [{ code: 'unavailable' }, { code: 'unavailable' }]
  await world.phone().live.commands.of('s').send(rename('Ann'))
  await eventually(() => world.server.reports.length === 1)
  expect(world.server.whims.reportRefusals).toEqual([])
  expect(world.server.reports[0]?.acknowledged).toHaveLength(1)
})

it('does not insist where the server refuses for good', async () => {
  await using world = await startWorld()
  world.server.whims.reportRefusals = [{ code: 'not_joined' }]
  const { live } = world.phone()
  await live.commands.of('s').send(rename('Ann'))
  await eventually(() => world.server.whims.reportRefusals.length === 0)
  await live.commands.of('s').send(rename('Ben'))
  live.reports.atTheEnd('s')
  await new Promise((resolve) => setTimeout(resolve, 150))
  expect(world.server.reports).toEqual([])
})
