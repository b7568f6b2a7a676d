import { isDeepStrictEqual } from 'node:util'
import type { CommandResult } from '@humuus/api'
import { type Client, connect, type Device, type LiveView, pause, type SeenBy } from '@humuus/client'
import type { HumuusCommand } from '@humuus/workshop-engine'
import { Deviation, same } from './deviation.ts'
import type { System } from './system.ts'

/** Without a bus between them, a server may know so much later what another has written, in ms. */
export const settleMs = 3_000

/** Somebody who takes part, with one phone. */
export interface Person {
  readonly name: string
  readonly client: Client
  readonly view: LiveView<'participant'>
  /** Sends until there is an answer. */
  send(command: HumuusCommand, options?: { commandId?: string; withinMs?: number }): Promise<CommandResult>
  /** Sends it and insists on its being taken. */
  does(command: HumuusCommand): Promise<void>
}

/** A session made for one scenario; it is ended, and its workshop removed, when the block ends. */
export interface Stage extends AsyncDisposable {
  readonly host: Client
  readonly sessionId: string
  readonly code: string
  readonly screenKey: string
  /** What the facilitator sees. */
  readonly console: LiveView<'host'>
  /** The facilitator does something and insists on its being taken. */
  does(command: HumuusCommand): Promise<void>
  /** Somebody new joins, at the first server if none is named. */
  person(name: string, options?: { at?: string; device?: Device }): Promise<Person>
  /** Somebody connects who has not joined. */
  stranger(options?: { at?: string; device?: Device; transport?: 'websocket' | 'http' }): Promise<Client>
  /** Insists that the report says, at the latest after `settleMs`, what each person chose at a step, by name; `null` for nothing. */
  reports(nodeId: string, expected: Readonly<Record<string, readonly string[] | null | undefined>>): Promise<void>
}

/** Uploads the workshop, opens its session at `at` and lets people in. */
export async function openStage(system: System, plan: object, at = system.url): Promise<Stage> {
  const clients: Client[] = []
  const stranger: Stage['stranger'] = async ({ at: url = at, ...options } = {}) => {
    const client = await connect({ url, ...options })
    clients.push(client)
    return client
  }
  const host = await stranger()
  const made = await host.trpc.workshops.create.mutate({ file: plan })
  if (!made.ok) throw new Deviation('a workshop file', 'to be taken', made.issues)
  const session = await host.trpc.sessions.create.mutate({ workshopId: made.id, hostName: 'Conformance' })
  const { sessionId } = session
  const does = (client: Client) => async (command: HumuusCommand) =>
    same(`the answer to "${command.type}"`, await verdict(client.send(sessionId, command)), 'taken')

  await does(host)({ type: 'open_lobby' })
  const person: Stage['person'] = async (name, options) => {
    const client = await stranger(options)
    const joined = await client.join(session.code, name)
    same(`the answer to ${name}, who joins`, joined.ok ? 'taken' : joined.rejection.code, 'taken')
    return personOf(name, client, sessionId)
  }
  return {
    host,
    ...session,
    console: host.watch({ sessionId, role: 'host' }),
    does: does(host),
    person,
    stranger,
    reports: async (nodeId, expected) => {
      // A connection of its own: others may be on their way back from a restart.
      await using reader = await connect({ url: at, device: host.device, transport: 'http' })
      const end = performance.now() + settleMs
      for (;;) {
        const { people } = await reader.trpc.sessions.report.query({ sessionId })
        const seen = Object.fromEntries(people.map(({ name, answers }) => [name, given(answers, nodeId)]))
        if (isDeepStrictEqual(seen, expected)) return
        if (performance.now() > end) throw new Deviation('the report', expected, seen)
        await pause(100)
      }
    },
    [Symbol.asyncDispose]: async () => {
      await host.send(sessionId, { type: 'end' }, { withinMs: 3_000 })
      await host.trpc.workshops.remove.mutate({ id: made.id }).catch(() => undefined)
      await Promise.all(clients.map((client) => client.close()))
    },
  }
}

type Answers = readonly { readonly nodeId: string; readonly answer: readonly string[] | null }[]

const given = (answers: Answers, nodeId: string) => answers.find((one) => one.nodeId === nodeId)?.answer ?? null

function personOf(name: string, client: Client, sessionId: string): Person {
  const send: Person['send'] = (command, options) => client.send(sessionId, command, options)
  return {
    name,
    client,
    view: client.watch({ sessionId, role: 'participant' }),
    send,
    does: async (command) => same(`the answer to ${name}'s "${command.type}"`, await verdict(send(command)), 'taken'),
  }
}

/** `taken`, or the code of the refusal. */
export async function verdict(result: Promise<CommandResult>): Promise<string> {
  const answered = await result
  return answered.ok ? 'taken' : answered.rejection.code
}

/** What somebody chose at the current step, as their own phone shows it; `null` for nothing. */
export function ownChoice({ own }: SeenBy<'participant'>): readonly number[] | null {
  const step = own?.step
  return step && 'choice' in step ? step.choice : null
}

/** Answers per option of the current step, as the facilitator sees them. */
export function counts({ shared }: SeenBy<'host'>): readonly number[] | null {
  const content = shared.step?.content
  if (content?.type === 'poll') return content.results.counts
  return content?.type === 'quiz' ? content.solution.counts : null
}
