import { engine, type WorkshopState } from '@humuus/workshop-engine'

/** All that anybody is shown, as JSON, by whose it is. */
export function picturesOf(state: WorkshopState): ReadonlyMap<string, string> {
  const pictures: [string, unknown][] = [
    ['the facilitator', engine.sharedView(state, 'host')],
    ['the screen', engine.sharedView(state, 'screen')],
    ['the participants', engine.sharedView(state, 'participant')],
    ...[...state.people.values()].map(({ id, name }): [string, unknown] => [
      `${name} (${id})`,
      engine.ownView(state, id),
    ]),
  ]
  return new Map(pictures.map(([whose, view]) => [whose, JSON.stringify(view)]))
}

/** Two readings of one log show everybody the same, byte for byte. */
export function checkPictures(one: ReadonlyMap<string, string>, other: ReadonlyMap<string, string>): string[] {
  return [...new Set([...one.keys(), ...other.keys()])].flatMap((whose) =>
    one.get(whose) === other.get(whose) ? [] : [`read twice, the log shows ${whose} two things`],
  )
}
