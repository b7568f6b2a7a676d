import { expect, test } from 'vitest'
import { engine } from '../index.ts'
import { playWorkshop, steps } from '../testing/index.ts'

const draft = { nodes: [steps.slide(), steps.slide()] }

test('T-1 the creator is the facilitator, whoever joins first', () => {
  const play = playWorkshop(draft)
  const ann = play.join('Ann')
  expect(play.see('host').facilitators).toEqual({
    facilitator: { name: 'Facilitator', role: 'facilitator', present: true },
  })
  expect(play.consoleOf(ann).start()).toEqual({ code: 'not_allowed' })
})

test('T-2 a participant made co-facilitator runs the workshop until that is taken back', () => {
  const play = playWorkshop(draft)
  const ann = play.join('Ann')
  const console = play.consoleOf(ann)
  expect(play.facilitator.addFacilitator(ann)).toBeNull()
  expect(play.see('host').facilitators[ann.id]).toEqual({ name: 'Ann', role: 'co-facilitator', present: true })
  expect(console.start()).toBeNull()
  expect(play.facilitator.removeFacilitator(ann)).toBeNull()
  expect(console.next()).toEqual({ code: 'not_allowed' })
  expect(ann.sees().me).toMatchObject({ standing: 'present' })
})

test('T-2 adding and removing twice changes nothing, and only participants are added', () => {
  const play = playWorkshop(draft)
  const ann = play.join('Ann')
  play.facilitator.addFacilitator(ann)
  const rows = play.log.length
  expect(play.facilitator.addFacilitator(ann)).toBeNull()
  expect(play.facilitator.removeFacilitator({ id: 'nobody' })).toBeNull()
  expect(play.log).toHaveLength(rows)
  expect(play.facilitator.addFacilitator({ id: 'nobody' })).toEqual({ code: 'unknown_participant' })
  const bob = play.join('Bob')
  play.facilitator.kick(bob)
  expect(play.facilitator.addFacilitator(bob)).toEqual({ code: 'unknown_participant' })
})

test('T-3 nobody removes the creator', () => {
  const play = playWorkshop(draft)
  const ann = play.join('Ann')
  play.facilitator.addFacilitator(ann)
  expect(play.consoleOf(ann).removeFacilitator(play.facilitator)).toEqual({ code: 'not_allowed' })
  expect(play.facilitator.next()).toEqual({ code: 'not_now' })
})

test('T-4 a co-facilitator goes by their name as a participant', () => {
  const play = playWorkshop(draft)
  const ann = play.join('Ann')
  play.facilitator.addFacilitator(ann)
  ann.rename('Annabel')
  play.consoleOf(ann).start()
  expect(play.see('host')).toMatchObject({ openedBy: 'Annabel', facilitators: { [ann.id]: { name: 'Annabel' } } })
})

test('T-5 a co-facilitator who is sent out no longer runs the workshop, nor after coming back', () => {
  const play = playWorkshop(draft)
  const ann = play.join('Ann')
  play.facilitator.addFacilitator(ann)
  play.facilitator.kick(ann, { mayReturn: true })
  expect(play.consoleOf(ann).start()).toEqual({ code: 'not_allowed' })
  ann.join()
  expect(play.consoleOf(ann).start()).toEqual({ code: 'not_allowed' })
})

test('T-5 the creator who takes part and is sent out still runs the workshop', () => {
  const play = playWorkshop(draft)
  const host = play.facilitator
  play.send({ kind: 'user', id: host.id }, { type: 'join', name: 'Host' })
  host.kick(host)
  expect(host.start()).toBeNull()
})

test('T-6 sending out and letting in again concern people who joined, and are the same twice', () => {
  const play = playWorkshop(draft)
  const nobody = { id: 'nobody' }
  expect(play.facilitator.kick(nobody)).toEqual({ code: 'unknown_participant' })
  expect(play.facilitator.readmit(nobody)).toEqual({ code: 'unknown_participant' })
  const ann = play.join('Ann')
  play.facilitator.kick(ann)
  const rows = play.log.length
  play.facilitator.kick(ann)
  expect(play.log).toHaveLength(rows)
  play.facilitator.kick(ann, { mayReturn: true })
  expect(play.log).toHaveLength(rows + 1)
  play.facilitator.readmit(ann)
  expect(play.log).toHaveLength(rows + 1)
})

test('T-6 once the session is over nobody is sent out or let in', () => {
  const play = playWorkshop(draft, engine)
  const ann = play.join('Ann')
  play.facilitator.end()
  expect(play.facilitator.kick(ann)).toEqual({ code: 'session_over' })
  expect(play.facilitator.addFacilitator(ann)).toEqual({ code: 'session_over' })
})

/** Two who run it besides the facilitator. */
function team() {
  const play = playWorkshop(draft)
  const [ann, bob] = [play.join('Ann'), play.join('Bob')]
  for (const one of [ann, bob]) play.facilitator.addFacilitator(one)
  return { play, ann, bob }
}

test('T-7 a co-facilitator neither ends the session, nor chooses who helps, nor sends out who helps', () => {
  const { play, ann, bob } = team()
  const console = play.consoleOf(ann)
  const refused = { code: 'not_allowed' }
  expect(console.end()).toEqual(refused)
  expect(console.addFacilitator(play.join('Cem'))).toEqual(refused)
  expect(console.removeFacilitator(bob)).toEqual(refused)
  expect(console.kick(bob)).toEqual(refused)
  play.send({ kind: 'user', id: play.facilitator.id }, { type: 'join', name: 'Hal' })
  expect(console.kick(play.facilitator)).toEqual(refused)
  expect(console.kick(play.join('Troll'))).toBeNull()
  expect(play.facilitator.kick(bob)).toBeNull()
})

test('T-8 a co-facilitator steps back and takes part as before', () => {
  const { play, ann } = team()
  expect(play.consoleOf(ann).removeFacilitator(ann)).toBeNull()
  expect(play.consoleOf(ann).start()).toEqual({ code: 'not_allowed' })
  expect(ann.sees().me).toMatchObject({ standing: 'present' })
})

test('T-9 the facilitator hands over to a co-facilitator and helps from then on', () => {
  const { play, ann, bob } = team()
  expect(play.facilitator.handOver(ann)).toBeNull()
  expect(play.see('host').facilitators).toEqual({
    facilitator: { name: 'Facilitator', role: 'co-facilitator', present: true },
    [ann.id]: { name: 'Ann', role: 'facilitator', present: true },
    [bob.id]: { name: 'Bob', role: 'co-facilitator', present: true },
  })
  expect([play.see('screen').host, bob.sees().host]).toEqual(['Ann', 'Ann'])
  expect(play.facilitator.end()).toEqual({ code: 'not_allowed' })
  expect(play.facilitator.start()).toBeNull()
  expect(play.consoleOf(ann).removeFacilitator(play.facilitator)).toBeNull()
  expect(play.facilitator.next()).toEqual({ code: 'not_allowed' })
  expect(play.consoleOf(ann).end()).toBeNull()
})

test('T-9 it is handed back, is the same twice, and only who helps takes it over', () => {
  const { play, ann, bob } = team()
  expect(play.facilitator.handOver({ id: 'nobody' })).toEqual({ code: 'unknown_participant' })
  expect(play.facilitator.handOver(play.join('Cem'))).toEqual({ code: 'not_now' })
  expect(play.consoleOf(bob).handOver(bob)).toEqual({ code: 'not_allowed' })
  play.facilitator.handOver(ann)
  const rows = play.log.length
  expect(play.consoleOf(ann).handOver(ann)).toBeNull()
  expect(play.log).toHaveLength(rows)
  expect(play.consoleOf(ann).handOver(play.facilitator)).toBeNull()
  expect(play.see('host').facilitators.facilitator?.role).toBe('facilitator')
})

test('T-9 who took it over steers also when sent out as a participant, and nobody takes it from them', () => {
  const { play, ann } = team()
  play.facilitator.handOver(ann)
  expect(play.facilitator.kick(ann)).toEqual({ code: 'not_allowed' })
  expect(play.facilitator.removeFacilitator(ann)).toEqual({ code: 'not_allowed' })
  expect(play.consoleOf(ann).kick(ann)).toBeNull()
  expect(play.consoleOf(ann).start()).toBeNull()
})
