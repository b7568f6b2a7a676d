import { atOnce } from './at-once.ts'
import { compareWithFresh } from './compare.ts'
import type { Crowd } from './crowd.ts'
import type { Outcome } from './outcome.ts'
import type { Production } from './production.ts'

/** Views compared at the same time. */
const comparedAtOnce = 50

/** Compares what everybody sees at the end, participants, facilitator and screen, with what they would see coming fresh. */
export async function compareAll(
  { stage, host, screen }: Production,
  { people }: Pick<Crowd, 'people'>,
): Promise<Outcome['views']> {
  const { sessionId, screenKey } = stage
  const ofPeople = await atOnce(comparedAtOnce, people, async ({ client, view }) => {
    if (view === null) return []
    const difference = await compareWithFresh(client, view, { sessionId, role: 'participant' })
    return say(view.state?.own.name ?? client.userId, difference)
  })
  const ofHost = await compareWithFresh(host.client, host.view, { sessionId, role: 'host' })
  const ofScreen = await compareWithFresh(screen.client, screen.view, { sessionId, role: 'screen', screenKey })
  return {
    compared: people.filter(({ view }) => view !== null).length + 2,
    differences: [...ofPeople.flat(), ...say('the facilitator', ofHost), ...say('the screen', ofScreen)],
  }
}

const say = (who: string, difference: string | null): string[] =>
  difference === null ? [] : [`${who} sees something else: ${difference}`]
