import { cx } from './cx.ts'
import { leafPath } from './leaf.ts'

interface SproutProps {
  /** 0 is bare soil, 1 is grown; every sixth brings a leaf. */
  readonly growth: number
  /** Sets the height; the width follows. */
  readonly className?: string
}

const soil = 92
const tallest = 80

// From the soil upwards: how high the leaf's foot is, which way it points, how large it is.
const leaves = [
  { foot: 24, side: -1, size: 22 },
  { foot: 34, side: 1, size: 24 },
  { foot: 50, side: -1, size: 20 },
  { foot: 59, side: 1, size: 20 },
  { foot: 78, side: -1, size: 15 },
  { foot: 79, side: 1, size: 15 },
] as const

/** A sprout that grows as something gets done. Decoration. */
export function Sprout({ growth, className }: SproutProps) {
  const height = tallest * Math.max(0.04, Math.min(1, growth))
  return (
    <svg viewBox="0 0 64 96" aria-hidden="true" className={cx('overflow-visible fill-accent', className)}>
      <rect
        x="30.75"
        y={soil - tallest}
        width="2.5"
        height={tallest}
        rx="1.25"
        className="transition-transform duration-(--grow) ease-out"
        style={{ transform: `scaleY(${height / tallest})`, transformOrigin: `32px ${soil}px` }}
      />
      {leaves.map(({ foot, side, size }) => (
        <path
          key={foot}
          d={leafPath(size)}
          className="transition-transform duration-(--grow) ease-out"
          style={{
            transform: `translate(32px, ${soil - foot}px) scale(${foot <= height ? side : 0}, ${foot <= height ? 1 : 0})`,
          }}
        />
      ))}
      <path d={`M20 ${soil}h24a12 12 0 0 1-24 0z`} className="fill-ink" />
    </svg>
  )
}
