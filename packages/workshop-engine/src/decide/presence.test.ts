import { expect, test } from 'vitest'
import { playWorkshop, steps } from '../testing/index.ts'

test('H-2 a lost connection changes nobody’s answers, and its return none either', () => {
  const play = playWorkshop({ nodes: [steps.poll()] })
  const [ann, bob] = [play.join('Ann'), play.join('Bob')]
  play.facilitator.start()
  ann.act({ type: 'vote', choice: [0] })
  bob.act({ type: 'vote', choice: [1] })
  const before = [ann.sees(), bob.sees(), play.see('host').step]
  play.presence({ away: [ann.id, bob.id] })
  play.presence({ present: [ann.id, bob.id] })
  expect([ann.sees(), bob.sees(), play.see('host').step]).toEqual(before)
})

test('H-2 the phone of somebody away shows them present: a lost connection is not their affair', () => {
  const play = playWorkshop({ nodes: [steps.slide()] })
  const ann = play.join('Ann')
  ann.goesAway()
  expect(ann.sees().me?.standing).toBe('present')
  expect(play.see('host').people[ann.id]?.standing).toBe('away')
})

test('H-9 only changes are recorded, of people who are in', () => {
  const play = playWorkshop({ nodes: [steps.slide()] })
  const [ann, bob, kim] = [play.join('Ann'), play.join('Bob'), play.join('Kim')]
  bob.leave()
  play.facilitator.kick(kim)
  const rows = play.log.length
  play.presence({ present: [ann.id, bob.id, kim.id, 'stranger'], away: [bob.id, kim.id, 'stranger'] })
  expect(play.log).toHaveLength(rows)
  play.presence({ away: [ann.id, bob.id, 'stranger'] })
  expect(play.log.at(-1)?.actionData).toEqual({ present: [], away: [ann.id] })
})

test('H-9 once the session is over nobody comes or goes', () => {
  const play = playWorkshop({ nodes: [steps.slide()] })
  const ann = play.join('Ann')
  play.facilitator.end()
  const rows = play.log.length
  ann.goesAway()
  expect(play.log).toHaveLength(rows)
})

test('H-10 facilitators are here or not without being counted among the people', () => {
  const play = playWorkshop({ nodes: [steps.slide()] })
  expect(play.see('host')).toMatchObject({ present: 0, facilitators: { facilitator: { present: true } } })
  play.facilitator.goesAway()
  expect(play.see('host')).toMatchObject({ present: 0, facilitators: { facilitator: { present: false } } })
})

test('H-11 of several servers, the one a person came to last is the one that tells that they went', () => {
  const play = playWorkshop({ nodes: [steps.slide()] })
  const ann = play.join('Ann')
  const standing = () => play.see('host').people[ann.id]?.standing
  play.presence({ present: [ann.id], on: 'server-a' })
  const before = play.see('host')
  play.sleep(0.001)
  play.presence({ present: [ann.id], on: 'server-b' })
  expect(play.see('host')).toEqual(before)
  play.presence({ away: [ann.id], on: 'server-a' })
  expect(standing()).toBe('present')
  play.presence({ away: [ann.id], on: 'server-b' })
  expect(standing()).toBe('away')
})

test('H-11 a server that tells late does not take somebody back who came to another one after it', () => {
  const play = playWorkshop({ nodes: [steps.slide()] })
  const ann = play.join('Ann')
  const came = (page: string, since: number) => ({ present: [ann.id], pages: { [ann.id]: { page, since } } })
  play.presence({ ...came('page 1', 100), on: 'server-a' })
  play.presence({ ...came('page 3', 300), on: 'server-b' })
  const rows = play.log.length
  play.presence({ ...came('page 2', 200), on: 'server-a' })
  play.presence({ ...came('page 3', 300), on: 'server-a' })
  expect(play.log).toHaveLength(rows)
  play.presence({ ...came('page 4', 400), on: 'server-a' })
  expect(play.log.at(-1)?.actionData).toMatchObject({
    on: 'server-a',
    pages: { [ann.id]: { page: 'page 4', since: 400 } },
  })
})

test('H-11 who stays where they are is not recorded again', () => {
  const play = playWorkshop({ nodes: [steps.slide()] })
  const ann = play.join('Ann')
  play.presence({ present: [ann.id], on: 'server-a' })
  const rows = play.log.length
  play.presence({ present: [ann.id], on: 'server-a' })
  play.presence({ away: ['stranger'], on: 'server-a' })
  expect(play.log).toHaveLength(rows)
})

test('H-11 whoever was seen on no server yet may be missed by any', () => {
  const play = playWorkshop({ nodes: [steps.slide()] })
  const ann = play.join('Ann')
  play.presence({ away: [ann.id], on: 'server-a' })
  expect(play.see('host').people[ann.id]?.standing).toBe('away')
})
