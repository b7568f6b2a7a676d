import { expect, test } from 'vitest'
import { engine } from '../index.ts'
import { playWorkshop, steps } from '../testing/index.ts'

const draft = { nodes: [steps.quiz(), steps.slide()] }

test('P-1 nobody joins before the lobby is open', () => {
  const play = playWorkshop(draft, engine, { from: 'created' })
  const ann = play.person('Ann')
  expect(ann.join()).toEqual({ code: 'not_open_yet' })
  play.facilitator.openLobby()
  expect(ann.join()).toBeNull()
  expect(ann.sees().me).toMatchObject({ name: 'Ann', standing: 'present', points: 0 })
})

test('P-2 people join after the start, unless the plan forbids it', () => {
  const open = playWorkshop(draft)
  open.facilitator.start()
  expect(open.person('Ann').join()).toBeNull()
  const closed = playWorkshop({ ...draft, settings: { lateJoin: false } })
  closed.facilitator.start()
  expect(closed.person('Ann').join()).toEqual({ code: 'late_join_closed' })
})

test('P-3 a full session takes nobody else, and says how many it takes', () => {
  const play = playWorkshop({ ...draft, settings: { maxParticipants: 2 } })
  const ann = play.join('Ann')
  play.join('Bob')
  const kim = play.person('Kim')
  expect(kim.join()).toEqual({ code: 'session_full', params: { max: 2 } })
  ann.leave()
  expect(kim.join()).toEqual({ code: 'session_full', params: { max: 2 } })
  expect(ann.join()).toBeNull()
})

test('P-3 whoever was sent out for good holds no seat', () => {
  const play = playWorkshop({ ...draft, settings: { maxParticipants: 1 } })
  const troll = play.join('Troll')
  play.facilitator.kick(troll, { mayReturn: true })
  expect(play.person('Ann').join()).toMatchObject({ code: 'session_full' })
  play.facilitator.kick(troll)
  expect(play.person('Ann').join()).toBeNull()
})

test('P-4 joining twice is joining once', () => {
  const play = playWorkshop(draft)
  const ann = play.join('Ann')
  const rows = play.log.length
  expect(ann.join('Someone Else')).toBeNull()
  expect(play.log).toHaveLength(rows)
  expect(ann.sees().me?.name).toBe('Ann')
})

test('P-5 whoever left comes back as the same person, with answers and score, though the doors are closed', () => {
  const play = playWorkshop({ nodes: [steps.quiz(), steps.poll()], settings: { lateJoin: false, maxParticipants: 2 } })
  const [ann, bob] = [play.join('Ann'), play.join('Bob')]
  play.facilitator.start()
  ann.act({ type: 'answer', choice: [1] })
  ann.leave()
  expect(ann.sees().me).toMatchObject({ standing: 'left', step: { choice: [1] } })
  play.facilitator.reveal()
  expect(ann.join('Anna')).toBeNull()
  expect(ann.sees().me).toMatchObject({
    name: 'Anna',
    standing: 'present',
    points: 1_000,
    place: 1,
    step: { right: true },
  })
  expect(bob.sees().me).toMatchObject({ points: 0, place: 2 })
})

test('P-6 whoever was sent out with leave to return may join again, anybody else needs to be readmitted', () => {
  const play = playWorkshop(draft)
  const [ann, bob] = [play.join('Ann'), play.join('Bob')]
  play.facilitator.kick(ann, { mayReturn: true })
  play.facilitator.kick(bob)
  expect(ann.sees().me).toMatchObject({ standing: 'kicked', mayReturn: true })
  expect(bob.sees().me).toMatchObject({ standing: 'kicked', mayReturn: false })
  expect(ann.join()).toBeNull()
  expect(bob.join()).toEqual({ code: 'kicked' })
  expect(play.facilitator.readmit(bob)).toBeNull()
  expect(bob.sees().me).toMatchObject({ standing: 'kicked', mayReturn: true })
  expect(bob.join()).toBeNull()
})

test('P-7 whoever was sent out neither acts nor ranks, and finds the score again on returning', () => {
  const play = playWorkshop(draft)
  const [ann, bob] = [play.join('Ann'), play.join('Bob')]
  play.facilitator.start()
  ann.act({ type: 'answer', choice: [1] })
  bob.act({ type: 'answer', choice: [0] })
  play.facilitator.reveal()
  play.facilitator.kick(ann, { mayReturn: true })
  expect(ann.act({ type: 'answer', choice: [0] })).toEqual({ code: 'kicked' })
  expect(ann.rename('Annabel')).toEqual({ code: 'unknown_participant' })
  expect(bob.sees().me).toMatchObject({ place: 1 })
  ann.join()
  expect(ann.sees().me).toMatchObject({ points: 1_000, place: 1 })
  expect(bob.sees().me).toMatchObject({ place: 2 })
})

test('P-8 leaving is for those who are in, and leaving twice is leaving once', () => {
  const play = playWorkshop(draft)
  expect(play.person('Ann').leave()).toEqual({ code: 'not_joined' })
  const bob = play.join('Bob')
  bob.goesAway()
  expect(bob.leave()).toBeNull()
  const rows = play.log.length
  expect(bob.leave()).toBeNull()
  expect(play.log).toHaveLength(rows)
  bob.returns()
  expect(bob.sees().me).toMatchObject({ standing: 'left' })
})

test('P-9 seats are counted in order of joining', () => {
  const play = playWorkshop(draft)
  const [ann, bob] = [play.join('Ann'), play.join('Bob')]
  ann.leave()
  ann.join()
  const { people } = play.see('host')
  expect([people[ann.id]?.seat, people[bob.id]?.seat]).toEqual([1, 2])
})
