import { cx } from './cx.ts'
import { leafPath } from './leaf.ts'

interface SproutProps {
  /** 0 is bare soil, 1 is grown; every sixth brings a leaf. */
  readonly growth: number
  /** In its own bowl of earth; without, it stands on whatever its lower edge touches. */
  readonly potted?: boolean
  /** Sets the height; the width follows. */
  readonly className?: string
}

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
export function Sprout({ growth, potted = false, className }: SproutProps) {
  const soil = 96
  const height = tallest * Math.max(0.05, Math.min(1, growth))
  return (
    <svg
      viewBox={`0 0 64 ${potted ? 110 : 96}`}
      aria-hidden="true"
      className={cx('overflow-visible fill-accent', className)}
    >
      <rect
        x="30.75"
        y={soil - tallest}
        width="2.5"
        height={tallest}
        className="transition-transform duration-(--grow) ease-out"
        style={{ transform: `scaleY(${height / tallest})`, transformOrigin: `32px ${soil}px` }}
      />
      {leaves.map(({ foot, side, size }) => {
        const out = foot <= height
        return (
          <path
            key={foot}
            d={leafPath(size)}
            className="transition-transform duration-(--grow) ease-out"
            style={{ transform: `translate(32px, ${soil - foot}px) scale(${out ? side : 0}, ${out ? 1 : 0})` }}
          />
        )
      })}
      {potted && <path d={`M18 ${soil}h28a14 14 0 0 1-28 0z`} className="fill-ink" />}
    </svg>
  )
}
