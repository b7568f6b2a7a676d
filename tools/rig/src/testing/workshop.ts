import type { CommandResult } from '@humuus/api'
import { type Client, connect, type LiveView } from '@humuus/client'
import type { Rig } from '../index.ts'

export type Command = Parameters<Client['send']>[1]

/** A session with a facilitator, a screen and two people, over the rig's front. */
export interface Workshop extends AsyncDisposable {
  readonly host: Client
  readonly sessionId: string
  readonly console: LiveView<'host'>
  readonly screen: LiveView<'screen'>
  readonly people: readonly Client[]
  readonly phones: readonly LiveView<'participant'>[]
  /** The facilitator does something, and it has to be taken. */
  does(command: Command): Promise<void>
  /** Sends it until there is an answer; the outages of these tests are shorter than the patience. */
  vote(person: Client, choice: number): Promise<CommandResult>
  /** What each person chose at a step, by name. */
  chosen(nodeId: string): Promise<Record<string, readonly string[] | null>>
}

const patience = { withinMs: 60_000 }

const quiz = (id: string, answerSeconds: number) => ({
  id,
  type: 'quiz',
  closeWhenAllDone: false,
  data: { text: '1 + 1', answerSeconds, options: [{ text: '2', correct: true }, { text: '3' }] },
})

/** A poll without a time limit, then two quick questions with one. */
const plan = (answerSeconds: number) => ({
  format: 'humuus/1',
  title: 'An outage',
  nodes: [
    {
      id: 'mood',
      type: 'poll',
      closeWhenAllDone: false,
      data: { text: 'How are you?', options: [{ text: 'fine' }, { text: 'tired' }] },
    },
    quiz('sum', answerSeconds),
    quiz('again', answerSeconds),
    { id: 'end', type: 'end', data: {} },
  ],
})

/** Opens the session and starts it. */
export async function openWorkshop(rig: Rig, { answerSeconds = 3 } = {}): Promise<Workshop> {
  const clients = await Promise.all(Array.from({ length: 4 }, () => connect({ url: rig.front.url })))
  const [host, looker, ...people] = clients as [Client, Client, ...Client[]]
  const made = await host.trpc.workshops.create.mutate({ file: plan(answerSeconds) })
  if (!made.ok) throw new Error(JSON.stringify(made.issues))
  const { sessionId, screenKey } = await host.trpc.sessions.create.mutate({ workshopId: made.id, hostName: 'Hal' })
  const does = async (command: Command) => {
    const result = await host.send(sessionId, command, patience)
    if (!result.ok) throw new Error(`${command.type} was refused: ${result.rejection.code}`)
  }
  await does({ type: 'open_lobby' })
  for (const [index, person] of people.entries()) await person.join(sessionId, `Person ${index}`, patience)
  await does({ type: 'start' })
  return {
    host,
    sessionId,
    console: host.watch({ sessionId, role: 'host' }),
    screen: looker.watch({ sessionId, role: 'screen', screenKey }),
    people,
    phones: people.map((person) => person.watch({ sessionId, role: 'participant' })),
    does,
    vote: (person, choice) => {
      const act = { type: 'vote' as const, choice: [choice] }
      return person.send(sessionId, { type: 'act', nodeId: 'mood', node: 'poll', act }, patience)
    },
    chosen: async (nodeId) => {
      const report = await host.trpc.sessions.report.query({ sessionId })
      const given = (answers: (typeof report.people)[number]['answers']) =>
        answers.find((one) => one.nodeId === nodeId)?.answer ?? null
      return Object.fromEntries(report.people.map(({ name, answers }) => [name, given(answers)]))
    },
    [Symbol.asyncDispose]: async () => {
      await Promise.all(clients.map((client) => client.close()))
    },
  }
}
