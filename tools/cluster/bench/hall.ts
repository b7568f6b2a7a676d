import { openSession } from '@humuus/bots'
import { type Client, connect } from '@humuus/client'
import type { HumuusCommand } from '@humuus/workshop-engine'

/** So many come through the door at a time. */
const atOnce = 25

export const steps = 60

const plan = (people: number) => ({
  format: 'humuus/1',
  title: 'Hall',
  settings: { maxParticipants: people },
  nodes: Array.from({ length: steps }, (_, index) => ({
    id: `step-${index}`,
    type: 'poll',
    closeWhenAllDone: false,
    data: { text: 'Which one of these two do you like better?', options: [{ text: 'This one' }, { text: 'That one' }] },
  })),
})

/** A session whose people are connected to some servers in turn, and look at nothing yet. */
export interface Hall extends AsyncDisposable {
  readonly sessionId: string
  readonly people: readonly Client[]
  /** The facilitator does something; throws unless it is taken. */
  does(command: HumuusCommand): Promise<void>
}

export async function openHall(urls: readonly string[], count: number): Promise<Hall> {
  const url = (index: number) => urls[index % urls.length] ?? ''
  const host = await connect({ url: url(0) })
  const { sessionId } = await openSession(host, { content: plan(count) })
  const does = async (command: HumuusCommand) => {
    const result = await host.send(sessionId, command)
    if (!result.ok) throw new Error(`${command.type} was refused: ${result.rejection.code}`)
  }
  await does({ type: 'open_lobby' })
  const people: Client[] = []
  for (let first = 0; first < count; first += atOnce) {
    const indices = Array.from({ length: Math.min(atOnce, count - first) }, (_, index) => first + index)
    const came = await Promise.all(
      indices.map(async (index) => {
        const client = await connect({ url: url(index), withinMs: 30_000 })
        const joined = await client.join(sessionId, `Person ${index}`)
        if (!joined.ok) throw new Error(`somebody was not let in: ${joined.rejection.code}`)
        return client
      }),
    )
    people.push(...came)
  }
  const dispose = async () => {
    await Promise.all([host, ...people].map((client) => client.close()))
  }
  return { sessionId, people, does, [Symbol.asyncDispose]: dispose }
}
