import { cx } from './cx.ts'
import { leafPath } from './leaf.ts'

interface SproutProps {
  /** 0 is a seedling, 1 is grown. */
  readonly growth: number
  /** In its own bowl of earth; without, it stands on whatever its lower edge touches. */
  readonly potted?: boolean
  /** Sets the height; the width follows. */
  readonly className?: string
}

const soil = 104
const smallest = 5
const tallest = 82

// From the soil upwards: how high the leaf's foot is, which way it points, how large it is.
const leaves = [
  { foot: 14, side: -1, size: 15 },
  { foot: 22, side: 1, size: 20 },
  { foot: 34, side: -1, size: 19 },
  { foot: 47, side: 1, size: 20 },
] as const

const moving = 'transition-transform duration-(--grow) ease-out'

/** A sprout that grows as something gets done: our sign coming out of the earth, then leaf by leaf. Decoration. */
export function Sprout({ growth, potted = false, className }: SproutProps) {
  const height = smallest + (tallest - smallest) * Math.max(0, Math.min(1, growth))
  return (
    <svg
      viewBox={`0 0 64 ${potted ? 120 : 104}`}
      aria-hidden="true"
      className={cx('overflow-visible fill-accent', className)}
    >
      <rect
        x="31"
        y={soil - tallest}
        width="2"
        height={tallest}
        className={moving}
        style={{ transform: `scaleY(${height / tallest})`, transformOrigin: `32px ${soil}px` }}
      />
      {leaves.map(({ foot, side, size }) => {
        // Once the tip has risen past it.
        const out = height >= foot + size ? 1 : 0
        return (
          <path
            key={foot}
            d={leafPath(size)}
            className={moving}
            style={{ transform: `translate(32px, ${soil - foot}px) scale(${out * side}, ${out})` }}
          />
        )
      })}
      <g className={moving} style={{ transform: `translate(32px, ${soil - height}px)` }}>
        <path d={leafPath(15)} transform="translate(0.5 0)" />
        <path d={leafPath(15)} transform="translate(-0.5 0) scale(-1 1)" />
      </g>
      {potted && <path d={`M16 ${soil + 2}h32a16 16 0 0 1-32 0z`} className="fill-ink" />}
    </svg>
  )
}
