import type { ReactNode } from 'react'
import { type Connection, ConnectionLine } from './ConnectionLine.tsx'

interface PhoneShellProps {
  /** Quiet things along the top: progress, time left, the menu. */
  readonly top?: ReactNode
  readonly children: ReactNode
  /** The main action, within reach of the thumb; stays in view while the rest scrolls. */
  readonly action?: ReactNode
  readonly connection?: Connection
  readonly pending?: number
}

/** A page for one hand: quiet top, one thing in the middle, its action at the foot. Grows no wider than a line of text. */
export function PhoneShell({ top, children, action, connection = 'online', pending = 0 }: PhoneShellProps) {
  return (
    <div className="grid min-h-dvh grid-cols-[minmax(0,1fr)] grid-rows-[auto_1fr_auto]">
      <ConnectionLine connection={connection} pending={pending} />
      <header className="safe-x below-line mx-auto flex min-h-18 w-full max-w-xl flex-wrap items-center justify-between gap-x-4">
        {top}
      </header>
      <main className="safe-x mx-auto w-full min-w-0 max-w-xl pt-4 pb-8 tablet:pt-12">{children}</main>
      {action !== undefined && (
        <div className="sticky bottom-(--keyboard,0px) z-10 border-line border-t bg-paper">
          <div className="safe-x safe-bottom mx-auto w-full max-w-xl pt-3">{action}</div>
        </div>
      )}
    </div>
  )
}
