import { Menu as Base } from '@base-ui/react/menu'
import type { ReactElement, ReactNode } from 'react'
import { cx } from './cx.ts'

/** One thing to do. */
export interface MenuItem {
  readonly key: string
  readonly label: string
  readonly icon?: ReactNode
  readonly onSelect: () => void
  readonly disabled?: boolean
  /** Cannot be taken back: set apart by a line and by its colour. */
  readonly danger?: boolean
}

interface MenuProps {
  /** The button that opens it: a `Button` or an `IconButton`. */
  readonly trigger: ReactElement
  readonly items: readonly MenuItem[]
}

/** Things to do behind one button; arrows, letters and Esc work. */
export function Menu({ trigger, items }: MenuProps) {
  return (
    <Base.Root>
      <Base.Trigger render={trigger} />
      <Base.Portal>
        <Base.Positioner sideOffset={8} align="end" className="z-50 outline-none">
          <Base.Popup className="min-w-56 origin-(--transform-origin) rounded-one bg-raised p-1 text-ink shadow-float outline-none transition-opacity duration-(--quick) data-ending-style:opacity-0 data-starting-style:opacity-0">
            {items.map((item) => (
              <Base.Item
                key={item.key}
                disabled={item.disabled ?? false}
                onClick={item.onSelect}
                className={cx(
                  'flex min-h-11 cursor-pointer select-none items-center gap-3 rounded-[0.25rem] px-3 outline-none data-disabled:cursor-default data-highlighted:bg-sunk data-disabled:opacity-50 [&_svg]:size-5',
                  item.danger && 'text-danger',
                )}
              >
                {item.icon}
                {item.label}
              </Base.Item>
            ))}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  )
}
