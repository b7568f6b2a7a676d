import type { ReactNode } from 'react'
import { cx } from './cx.ts'
import { type Countdown, useSecondsLeft } from './remaining.ts'

interface LastSecondsProps extends Countdown {
  /** From how many seconds on the figure is shown. */
  readonly from?: number
  readonly className?: string
  /** Words in place of the zero. */
  readonly over: ReactNode
}

/** The last seconds as one large figure; nothing before and nothing while paused. Size comes from `className`. */
export function LastSeconds({ from = 10, className, over, ...countdown }: LastSecondsProps) {
  const seconds = useSecondsLeft(countdown)
  if (seconds === null || seconds > from || (countdown.pausedWith ?? null) !== null) return null
  if (seconds === 0) return <span className="fade-in font-display font-semibold">{over}</span>
  return (
    <span role="timer" className={cx('figures font-bold font-display leading-none', className)}>
      <span key={seconds} className="fade-in inline-block">
        {seconds}
      </span>
    </span>
  )
}
