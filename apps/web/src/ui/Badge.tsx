import type { ReactNode } from 'react'
import { cx } from './cx.ts'

/** `quiet`: a remark · `accent`: good or current · `danger`: needs somebody · `solid`: the one that counts now. */
type BadgeTone = 'quiet' | 'accent' | 'danger' | 'solid'

const tones: Record<BadgeTone, string> = {
  quiet: 'border-line text-soft',
  accent: 'border-transparent bg-wash text-accent',
  danger: 'border-danger text-danger',
  solid: 'border-ink bg-ink text-paper',
}

interface BadgeProps {
  readonly tone?: BadgeTone
  readonly icon?: ReactNode
  readonly children: ReactNode
}

/** A word or a number that says what state something is in. */
export function Badge({ tone = 'quiet', icon, children }: BadgeProps) {
  return (
    <span
      className={cx(
        'inline-flex tabular-nums min-h-6 items-center gap-1 whitespace-nowrap rounded-full border px-2.5 font-semibold text-small leading-none [&_svg]:size-3.5',
        tones[tone],
      )}
    >
      {icon}
      {children}
    </span>
  )
}
