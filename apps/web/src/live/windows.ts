import type { CommandResult } from '@humuus/api'

/** The windows of this browser, as far as they show the same person. */
export interface Windows {
  /** The person goes on here: other windows rest, even those that cannot hear it from the server. */
  goOnHere(sessionId: string): void
  /** Calls back when the person went on elsewhere with this session, until the returned function is called. */
  onElsewhere(sessionId: string, listener: () => void): () => void
  /** Hands the answer to a command on to whoever else found it in the outbox. */
  tell(answer: Answered): void
  onAnswer(listener: (answer: Answered) => void): void
  /** This browser has become somebody else. */
  tellChanged(): void
  onChanged(listener: () => void): void
}

interface Answered {
  readonly commandId: string
  readonly result: CommandResult
}

type Word =
  | { readonly type: 'went_on'; readonly sessionId: string; readonly userId: string }
  | ({ readonly type: 'answered' } & Answered)
  | { readonly type: 'changed' }

interface WindowsNeeds {
  /** Reaches the other windows of this browser; `null` where there is no such thing. */
  readonly channel: Pick<BroadcastChannel, 'postMessage' | 'addEventListener' | 'removeEventListener'> | null
  /** Where the browser keeps nothing, every window is somebody else. */
  readonly userId: () => string | null
}

/** Windows that talk to each other. Nothing relies on their hearing it: it only saves them a question to the server. */
export function browserWindows({ channel, userId }: WindowsNeeds): Windows {
  const say = (word: Word) => channel?.postMessage(word)
  const on = (listener: (word: Word) => void) => {
    const hear = ({ data }: MessageEvent<Word>) => listener(data)
    channel?.addEventListener('message', hear)
    return () => channel?.removeEventListener('message', hear)
  }
  return {
    goOnHere(sessionId) {
      const me = userId()
      if (me !== null) say({ type: 'went_on', sessionId, userId: me })
    },
    onElsewhere: (sessionId, listener) =>
      on((word) => {
        if (word.type === 'went_on' && word.sessionId === sessionId && word.userId === userId()) listener()
      }),
    tell: ({ commandId, result }) => say({ type: 'answered', commandId, result }),
    onAnswer(listener) {
      on((word) => {
        if (word.type === 'answered') listener(word)
      })
    },
    tellChanged: () => say({ type: 'changed' }),
    onChanged(listener) {
      on((word) => {
        if (word.type === 'changed') listener()
      })
    },
  }
}
