import { lastingOutbox } from '../lasting-outbox.ts'
import { openShelves } from '../shelves.ts'
import { outboxContract } from './outbox-contract.ts'
import { turnsContract } from './turns-contract.ts'

/** What was promised, what it should come to, and what it came to here. */
interface Played {
  readonly says: string
  readonly comesTo: unknown
  readonly came: unknown
}

/** Plays the promises that need a browser in this page: IndexedDB and Web Locks. */
export async function playInBrowser(): Promise<readonly Played[]> {
  const played: Played[] = []
  for (const [index, { says, play, comesTo }] of outboxContract.entries()) {
    played.push({ says, comesTo, came: await play(lastingOutbox(openShelves(`contract ${index}`))) })
  }
  for (const { says, play, comesTo } of turnsContract) {
    played.push({ says, comesTo, came: await play(navigator.locks) })
  }
  return played
}
