import { useLayoutEffect, useRef } from 'react'
import { useServerNow } from '../../live/use-server-now.ts'
import type { StepFrame } from '../../nodes/faces.ts'
import { TimeLine } from '../../ui/TimeLine.tsx'
import { type AnswerWindow, frozen } from './answer-window.ts'

interface ClockEdgeProps {
  readonly step: StepFrame
  readonly window: AnswerWindow
}

/** Time as the upper edge of the bar: it fills while people read, then shrinks until the answers close. */
export function ClockEdge({ step, window }: ClockEdgeProps) {
  const now = useServerNow()
  const { openedAt, readUntil, deadline, pausedAt } = step
  const place = 'absolute inset-x-0 bottom-full'
  if (window === 'reading') return <FillingLine from={openedAt} to={readUntil} now={now} className={place} />
  if (deadline === null || (window !== 'open' && window !== 'paused')) return null
  return (
    <TimeLine
      deadline={deadline}
      now={now}
      pausedWith={frozen(deadline, pausedAt)}
      total={deadline - readUntil}
      className={place}
    />
  )
}

interface FillingLineProps {
  readonly from: number
  readonly to: number
  readonly now: () => number
  readonly className: string
}

/** A line that is full at `to`. One animation in the browser, no drawing in between. */
function FillingLine({ from, to, now, className }: FillingLineProps) {
  const line = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    const left = Math.max(0, to - now())
    const begun = Math.min(1, Math.max(0, 1 - left / Math.max(1, to - from)))
    const animation = line.current?.animate([{ transform: `scaleX(${begun})` }, { transform: 'scaleX(1)' }], {
      duration: left,
      fill: 'forwards',
      easing: 'linear',
    })
    return () => animation?.cancel()
  }, [from, to, now])
  return (
    <div aria-hidden="true" className={`h-1 overflow-hidden bg-line ${className}`}>
      <div ref={line} className="size-full origin-left bg-ink" />
    </div>
  )
}
