import type { LiveMessage } from '@humuus/api/wire'
import type { HumuusViews, Rejection } from '@humuus/workshop-engine'
import { startTransition, useCallback, useEffect, useReducer, useState } from 'react'
import { fullJitter } from './backoff.ts'
import type { Connection } from './connection.ts'
import { useLiveClient } from './live-context.ts'
import { type Following, type FollowingEvent, follow, followed, type LiveStatus, statusOf } from './live-session.ts'
import { pause } from './pause.ts'
import { rejectionOf } from './rejection-of.ts'
import { useConnection } from './use-connection.ts'

export type Role = 'participant' | 'screen' | 'host'

export interface LiveSessionInput<R extends Role> {
  readonly sessionId: string
  readonly role: R
  /** Lets a screen look on without an account. */
  readonly screenKey?: string | undefined
}

/** A session as it is now. */
export interface LiveSession<R extends Role> {
  /** `null` until the first one came; afterwards the newest one known, also without a connection. */
  readonly view: HumuusViews[R] | null
  /** What only this person sees; `null` for screen and host. */
  readonly own: HumuusViews['own'] | null
  /** Version of the log that the views show; 0 before the first. */
  readonly version: number
  readonly status: LiveStatus
  /** Why the status is `refused`. */
  readonly rejection: Rejection | null
  readonly connection: Connection
  /** Tries again after a refusal, for example once the person has joined. */
  retry(): void
}

const backoff = fullJitter({ firstMs: 500, mostMs: 10_000 })

/**
 * Follows a session through the eyes of a role; comes back by itself after every kind of interruption. What a console is told
 * makes long lists, which are drawn a little at a time: a click is answered in between.
 */
export function useLiveSession<R extends Role>({ sessionId, role, screenKey }: LiveSessionInput<R>): LiveSession<R> {
  type Own = HumuusViews['own'] | null
  const { signals, trpc, page, windows } = useLiveClient()
  const { connection } = useConnection()
  const key = `${sessionId} ${role} ${screenKey ?? ''}`
  const [state, happened] = useReducer(followed<HumuusViews[R], Own>, key, follow<HumuusViews[R], Own>)
  // Another session in the same place of the page: forget the old one before it is drawn.
  if (state.key !== key) happened({ type: 'began', key })

  const [isConfirmed, confirm] = useState(false)
  const isListening = state.phase === 'listening' && state.key === key
  const { since } = state
  useEffect(() => {
    if (!isListening) return
    const subscription = trpc.sessions.live.subscribe(
      {
        sessionId,
        role,
        page,
        ...(screenKey === undefined ? {} : { screenKey }),
        ...(since === null ? {} : { lastEventId: String(since) }),
      },
      {
        onStarted: () => confirm(true),
        onConnectionStateChange: ({ state }) => {
          if (state !== 'pending') confirm(false)
        },
        onData({ data }) {
          confirm(true)
          // The same JSON; its type lost the tuples of a delta on the way through tRPC's.
          const message = data as LiveMessage
          if (role === 'host') startTransition(() => happened({ type: 'received', key, message }))
          else happened({ type: 'received', key, message })
        },
        onError: (error) => happened({ type: 'failed', key, rejection: rejectionOf(error) }),
      },
    )
    return () => {
      subscription.unsubscribe()
      confirm(false)
    }
  }, [trpc, page, isListening, sessionId, role, screenKey, since, key])
  useRest(state, happened, signals)

  const mayBeElsewhere = role === 'participant'
  const retry = useCallback(() => {
    if (mayBeElsewhere) windows.goOnHere(sessionId)
    happened({ type: 'retried', key })
  }, [windows, mayBeElsewhere, sessionId, key])
  useEffect(() => {
    if (mayBeElsewhere) windows.goOnHere(sessionId)
  }, [windows, mayBeElsewhere, sessionId])
  useEffect(() => {
    if (!mayBeElsewhere) return
    return windows.onElsewhere(sessionId, () => happened({ type: 'failed', key, rejection: { code: 'taken_over' } }))
  }, [windows, mayBeElsewhere, sessionId, key])

  return {
    view: state.seen?.shared ?? null,
    own: state.seen?.own ?? null,
    version: state.seen?.version ?? 0,
    status: statusOf(state, { isConfirmed, isOffline: connection === 'offline' }),
    rejection: state.rejection,
    connection,
    retry,
  }
}

function useRest(
  { phase, key, failures }: Pick<Following<unknown, unknown>, 'phase' | 'key' | 'failures'>,
  happened: (event: FollowingEvent) => void,
  signals: Parameters<typeof pause>[1],
): void {
  useEffect(() => {
    if (phase !== 'resting') return
    let isOver = false
    void pause(backoff(failures - 1), signals).then(() => {
      if (!isOver) happened({ type: 'rested', key })
    })
    return () => {
      isOver = true
    }
  }, [phase, key, failures, happened, signals])
}
