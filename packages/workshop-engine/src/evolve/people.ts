import type { SessionEvent, SessionEventOf } from '../event.ts'
import { nameKey } from '../name.ts'
import type { Facilitator, Person, WorkshopState } from '../state.ts'

/** Applies an event about who is here; `null` if it is about something else. */
export function evolvePeople(state: WorkshopState, event: SessionEvent): WorkshopState | null {
  switch (event.type) {
    case 'joined':
      return seat(state, {
        id: event.by,
        name: event.data.name,
        standing: 'present',
        mayReturn: true,
        joinedAt: event.at,
        seat: state.people.size + 1,
      })
    case 'came_back':
      return named(change(state, event.by, { standing: 'present', mayReturn: true }), event.by, event.data.name)
    case 'left':
      return change(state, event.by, { standing: 'left' })
    case 'renamed':
      return named(state, event.data.participantId, event.data.name)
    case 'kicked':
      return kicked(state, event.data.participantId, event.data.mayReturn)
    case 'readmitted':
      return change(state, event.data.participantId, { mayReturn: true })
    case 'facilitator_added': {
      const { userId: id, name } = event.data
      const present = state.people.get(id)?.standing === 'present'
      return { ...state, facilitators: state.facilitators.set(id, { id, name, role: 'co-facilitator', present }) }
    }
    case 'facilitator_removed':
      return { ...state, facilitators: state.facilitators.remove(event.data.userId) }
    case 'handed_over':
      return handedOver(state, event.data.userId)
    case 'forgotten':
      return forgotten(state, event.data)
    case 'presence_changed':
      return presence(state, event)
    default:
      return null
  }
}

function seat(state: WorkshopState, person: Person): WorkshopState {
  return {
    ...state,
    people: state.people.set(person.id, person),
    names: state.names.set(nameKey(person.name), person.id),
  }
}

function change(state: WorkshopState, id: string, to: Partial<Person>): WorkshopState {
  const person = state.people.get(id)
  return person ? { ...state, people: state.people.set(id, { ...person, ...to }) } : state
}

/** A co-facilitator goes by the name they have as a participant. */
function named(state: WorkshopState, id: string, name: string): WorkshopState {
  const person = state.people.get(id)
  if (!person) return state
  const known = nameKey(person.name)
  // An older version may have let two people have names that look the same: one of them holds it.
  const freed = state.names.get(known) === id ? state.names.remove(known) : state.names
  const helper = coFacilitator(state, id)
  const facilitators = helper ? state.facilitators.set(id, { ...helper, name }) : state.facilitators
  return { ...change(state, id, { name }), names: freed.set(nameKey(name), id), facilitators }
}

/** Whoever gave no name has none to forget. */
function forgotten(state: WorkshopState, { userId, name }: SessionEventOf<'forgotten'>['data']): WorkshopState {
  const people = named(state, userId, name)
  const runs = people.facilitators.get(userId)
  const facilitators = runs?.name ? people.facilitators.set(userId, { ...runs, name }) : people.facilitators
  return { ...people, facilitators, forgotten: state.forgotten.set(userId, name) }
}

/** Whoever is sent out no longer helps to run it. */
function kicked(state: WorkshopState, id: string, mayReturn: boolean): WorkshopState {
  const facilitators = coFacilitator(state, id) ? state.facilitators.remove(id) : state.facilitators
  return { ...change(state, id, { standing: 'kicked', mayReturn }), facilitators }
}

function handedOver(state: WorkshopState, heir: string): WorkshopState {
  if (!state.facilitators.has(heir)) return state
  const roleOf = (id: string) => (id === heir ? 'facilitator' : 'co-facilitator')
  return { ...state, facilitators: state.facilitators.map((one) => ({ ...one, role: roleOf(one.id) })) }
}

function coFacilitator(state: WorkshopState, id: string): Facilitator | undefined {
  const one = state.facilitators.get(id)
  return one?.role === 'co-facilitator' ? one : undefined
}

type PresenceChanged = Extract<SessionEvent, { type: 'presence_changed' }>

/** Only those who stay can be present or away; whoever left or was kicked keeps that standing. */
function presence(state: WorkshopState, { at, data }: PresenceChanged): WorkshopState {
  const { present, away, on, pages = {} } = data
  const people = state.people.withMutations((all) => {
    for (const [ids, from, to] of [
      [present, 'away', 'present'],
      [away, 'present', 'away'],
    ] as const) {
      for (const id of ids) {
        const person = all.get(id)
        if (person?.standing === from) all.set(id, { ...person, standing: to })
      }
    }
  })
  const here = new Set(present)
  const gone = new Set(away)
  const facilitators = state.facilitators.map((one) =>
    here.has(one.id) ? { ...one, present: true } : gone.has(one.id) ? { ...one, present: false } : one,
  )
  const whereabouts = state.whereabouts.withMutations((places) => {
    if (on !== undefined) for (const id of present) places.set(id, { on, since: pages[id]?.since ?? at })
    for (const id of away) places.remove(id)
  })
  return { ...state, people, facilitators, whereabouts }
}

/** The people whose standing an event may change. */
export function peopleOf(event: SessionEvent): readonly string[] {
  switch (event.type) {
    case 'joined':
    case 'came_back':
    case 'left':
      return [event.by]
    case 'kicked':
      return [event.data.participantId]
    case 'presence_changed':
      return [...event.data.present, ...event.data.away]
    default:
      return []
  }
}
