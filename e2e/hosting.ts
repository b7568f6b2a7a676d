import { type Client, connect, type SeenBy } from '@humuus/client'

type HumuusCommand = Parameters<Client['send']>[1]

const file = {
  format: 'humuus/1',
  title: 'Roots',
  nodes: [
    {
      id: 'mood',
      type: 'poll',
      closeWhenAllDone: false,
      data: { text: 'How are you?', options: [{ text: 'fine' }, { text: 'tired' }, { text: 'curious' }] },
    },
    {
      id: 'sum',
      type: 'quiz',
      closeWhenAllDone: false,
      data: {
        text: 'What is one and one?',
        readSeconds: 0,
        answerSeconds: 120,
        options: [{ text: 'two', correct: true }, { text: 'three' }],
      },
    },
    { id: 'end', type: 'end', data: {} },
  ],
}

export type HostState = SeenBy<'host'>['shared']

/** A session that a facilitator runs through the API, so that a test can look at the phones. */
export interface Hosting extends AsyncDisposable {
  readonly host: Client
  readonly sessionId: string
  readonly code: string
  readonly screenKey: string
  /** Throws unless it is accepted. */
  command(command: HumuusCommand): Promise<void>
  /** Resolves once what the facilitator sees is so. */
  sees(claim: (shared: HostState) => boolean): Promise<HostState>
}

/** Opens the lobby of a workshop: of a poll without a time limit and a quiz with one, or of this one. */
export async function openHosting(url: string, workshop: object = file): Promise<Hosting> {
  const host = await connect({ url })
  const made = await host.trpc.workshops.create.mutate({ file: workshop })
  if (!made.ok) throw new Error(JSON.stringify(made.issues))
  const { sessionId, code, screenKey } = await host.trpc.sessions.create.mutate({
    workshopId: made.id,
    hostName: 'Hal',
  })
  const command = async (wish: HumuusCommand) => {
    const result = await host.send(sessionId, wish)
    if (!result.ok) throw new Error(`${wish.type} refused: ${result.rejection.code}`)
  }
  await command({ type: 'open_lobby' })
  const view = host.watch({ sessionId, role: 'host' })
  return {
    host,
    sessionId,
    code,
    screenKey,
    command,
    sees: async (claim) => (await view.until(({ shared }) => claim(shared), 30_000)).shared,
    [Symbol.asyncDispose]: () => host.close(),
  }
}
