import { useMemo, useSyncExternalStore } from 'react'
import { type Connection, connectionOf } from './connection.ts'
import { useLiveClient } from './live-context.ts'

/** What `ConnectionLine` says: the connection in a word, and how many commands wait for an answer. */
export function useConnection(): { readonly connection: Connection; readonly pending: number } {
  const { uplink, signals, commands, identity } = useLiveClient()
  const source = useMemo(
    () => ({
      subscribe(listener: () => void) {
        const stops = [uplink.line.subscribe(listener), signals.on(listener), identity.subscribe(listener)]
        return () => {
          for (const stop of stops) stop()
        }
      },
      get: () => {
        const { status, rejection } = identity.get()
        return connectionOf({
          line: uplink.line.get(),
          wasOpen: uplink.wasOpen(),
          isOnline: signals.isOnline(),
          isUnreachable: status === 'error' && rejection === null,
        })
      },
    }),
    [uplink, signals, identity],
  )
  const connection = useSyncExternalStore(source.subscribe, source.get)
  const pending = useSyncExternalStore(commands.pending.subscribe, commands.pending.get)
  return { connection, pending }
}
