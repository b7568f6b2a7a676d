import type { ComponentProps, ReactNode } from 'react'
import { cx } from './cx.ts'

interface IconButtonProps extends Omit<ComponentProps<'button'>, 'children' | 'aria-label'> {
  /** What it does, for people who do not see the icon; also its tooltip where there is a mouse. */
  readonly label: string
  readonly icon: ReactNode
  /** With an edge; without, it shows one only on hover. */
  readonly edged?: boolean
}

/** A square of 44 px with one icon and a name. */
export function IconButton({ label, icon, edged = false, type = 'button', className, ...rest }: IconButtonProps) {
  return (
    <button
      {...rest}
      type={type}
      aria-label={label}
      className={cx(
        'inline-grid size-11 shrink-0 place-items-center rounded-one border text-ink transition-colors duration-(--quick) hover:bg-sunk disabled:text-soft disabled:opacity-60',
        edged ? 'border-edge' : 'border-transparent',
        className,
      )}
    >
      {icon}
    </button>
  )
}
