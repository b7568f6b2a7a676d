import type { ReactNode } from 'react'
import { Sprout } from './Sprout.tsx'

interface GroundProps {
  /** 0 is bare soil, 1 is grown. */
  readonly growth: number
  readonly children?: ReactNode
}

/** A strip of earth with a sprout on it and a line of words: for the foot of a page on which people wait. */
export function Ground({ growth, children }: GroundProps) {
  return (
    <div className="flex items-end justify-between gap-4 border-ink border-b-3">
      <p className="figures pb-3 text-soft">{children}</p>
      <Sprout growth={growth} className="mr-6 h-24" />
    </div>
  )
}
