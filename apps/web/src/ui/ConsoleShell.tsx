import { type ReactNode, useState } from 'react'
import { type Connection, ConnectionLine } from './ConnectionLine.tsx'
import { cx } from './cx.ts'

/** One of the three panes, with its name and, where it helps, a number worth seeing from another pane. */
interface ConsolePane {
  readonly label: string
  readonly icon: ReactNode
  readonly count?: number | undefined
  readonly content: ReactNode
}

interface ConsoleShellProps {
  /** Title, code, timer, connection, screen, end. */
  readonly top: ReactNode
  readonly agenda: ConsolePane
  readonly now: ConsolePane
  readonly people: ConsolePane
  /** The one big action and its small companions; always in reach. */
  readonly action: ReactNode
  readonly connection?: Connection
}

type PaneName = 'agenda' | 'now' | 'people'
const order: readonly PaneName[] = ['agenda', 'now', 'people']

/** The facilitator's three panes, inside a `ToastProvider`: side by side on a desk, two on a tablet, one at a time on a phone with tabs at the thumb. */
export function ConsoleShell({ top, agenda, now, people, action, connection = 'online' }: ConsoleShellProps) {
  const [shown, show] = useState<PaneName>('now')
  const panes = { agenda, now, people }
  return (
    <>
      <ConnectionLine connection={connection} pending={0} />
      <div className="grid h-dvh grid-cols-1 grid-rows-[auto_minmax(0,1fr)_auto_auto] tablet:grid-rows-[auto_minmax(0,1fr)_auto]">
        <header className="safe-x below-line flex min-h-16 flex-wrap items-center gap-x-5 gap-y-2 border-line border-b pb-3">
          {top}
        </header>
        <div className="grid min-h-0 tablet:grid-cols-[minmax(17rem,2fr)_5fr] desk:grid-cols-[19rem_minmax(0,1fr)_21rem]">
          {order.map((name) => (
            <Pane key={name} name={name} pane={panes[name]} shown={shown} />
          ))}
        </div>
        <div className="safe-x border-line border-t bg-paper py-3 tablet:safe-bottom">{action}</div>
        <nav className="grid grid-cols-3 border-line border-t pb-[env(safe-area-inset-bottom)] tablet:grid-cols-2 desk:hidden">
          {order.map((name) => (
            <PaneTab key={name} name={name} pane={panes[name]} shown={shown} onShow={show} />
          ))}
        </nav>
      </div>
    </>
  )
}

// On a tablet the middle is always there, and the left column holds agenda or people, whichever was asked for last.
function placeOf(name: PaneName, shown: PaneName): string {
  const phone = name === shown ? 'block' : 'hidden'
  if (name === 'now') return cx(phone, 'tablet:order-2 tablet:block tablet:border-l desk:border-r')
  const tablet = (name === 'people') === (shown === 'people') ? 'tablet:block' : 'tablet:hidden'
  return cx(phone, tablet, 'tablet:order-1 desk:block', name === 'people' && 'desk:order-3')
}

interface PaneProps {
  readonly name: PaneName
  readonly pane: ConsolePane
  readonly shown: PaneName
}

function Pane({ name, pane, shown }: PaneProps) {
  return (
    <section
      aria-label={pane.label}
      className={cx('min-h-0 overflow-y-auto border-line px-5 pt-5 pb-28 desk:px-6', placeOf(name, shown))}
    >
      {pane.content}
    </section>
  )
}

function PaneTab({ name, pane, shown, onShow }: PaneProps & { readonly onShow: (name: PaneName) => void }) {
  const current = name === shown
  return (
    <button
      type="button"
      aria-pressed={current}
      onClick={() => onShow(name)}
      className={cx(
        'relative grid min-h-15 justify-items-center gap-1 py-2 text-small -outline-offset-3 [&_svg]:size-5',
        current ? 'font-semibold text-ink' : 'text-soft',
        name === 'now' && 'tablet:hidden',
      )}
    >
      {current && <span aria-hidden="true" className="absolute inset-x-6 top-0 h-[3px] bg-ink" />}
      {pane.icon}
      <span>
        {pane.label}
        {pane.count !== undefined && <span className="figures font-normal text-soft"> {pane.count}</span>}
      </span>
    </button>
  )
}
