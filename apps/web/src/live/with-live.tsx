import type { ComponentType } from 'react'
import { LiveContext } from './live-context.ts'
import { pageClient } from './page-client.ts'

/** The page with the server at its disposal: `useIdentity`, `useLiveSession`, `useCommands` and their kin. */
export function withLive(Page: ComponentType): ComponentType {
  return function LivePage() {
    return (
      <LiveContext value={pageClient()}>
        <Page />
      </LiveContext>
    )
  }
}
