import { useLayoutEffect, useRef } from 'react'
import { cx } from './cx.ts'
import { type Countdown, remaining } from './remaining.ts'

interface TimeLineProps extends Countdown {
  /** The full length of the line in ms: the time the step had when it opened, extensions included. */
  readonly total: number
  readonly className?: string
}

/** Time as a line that shrinks to nothing at the deadline. One animation in the browser, no drawing in between. */
export function TimeLine({ deadline, now, pausedWith, total, className }: TimeLineProps) {
  const line = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    const left = remaining({ deadline, now, pausedWith })
    if (line.current === null || left === null) return
    const from = `scaleX(${Math.min(1, left / Math.max(1, total))})`
    const still = (pausedWith ?? null) !== null
    const frames = [{ transform: from }, { transform: still ? from : 'scaleX(0)' }]
    const animation = line.current.animate(frames, { duration: left, fill: 'forwards', easing: 'linear' })
    return () => animation.cancel()
  }, [deadline, now, pausedWith, total])
  if (deadline === null && (pausedWith ?? null) === null) return null
  return (
    <div aria-hidden="true" className={cx('h-1 overflow-hidden bg-line', className)}>
      <div
        ref={line}
        className={cx('size-full origin-left', (pausedWith ?? null) === null ? 'bg-accent' : 'bg-edge')}
      />
    </div>
  )
}
