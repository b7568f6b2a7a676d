import type { ReactNode } from 'react'
import type { Connection } from '../../ui/ConnectionLine.tsx'
import { PhoneShell } from '../../ui/PhoneShell.tsx'

/** What every page of a session has at its edges. */
export interface ShellParts {
  readonly connection: Connection
  /** Commands without an answer. */
  readonly pending: number
  /** The button that opens the menu. */
  readonly corner: ReactNode
}

interface SessionShellProps extends ShellParts {
  readonly top: ReactNode
  readonly action?: ReactNode
  readonly children: ReactNode
}

/** A page of a session: the menu is always in the same corner. */
export function SessionShell({ connection, pending, corner, top, action, children }: SessionShellProps) {
  return (
    <PhoneShell
      connection={connection}
      // Where there is a bar, it says what becomes of the answer.
      pending={action === undefined ? pending : 0}
      action={action}
      top={
        <>
          {top}
          {corner}
        </>
      }
    >
      {children}
    </PhoneShell>
  )
}
