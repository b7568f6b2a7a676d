import { type AvatarCell, avatarCells, type CellShape } from './avatar-cells.ts'
import { cx } from './cx.ts'

interface AvatarProps {
  /** The person's id, not the name: who is renamed keeps the picture. */
  readonly seed: string
  /** Any CSS length. */
  readonly size?: string
  readonly className?: string
}

const outlines: Record<CellShape, string> = {
  leaf: 'M-10-10H0A10 10 0 0 1 10 0V10H0A10 10 0 0 1-10 0Z',
  'turned-leaf': 'M10-10H0A10 10 0 0 0-10 0V10H0A10 10 0 0 0 10 0Z',
  quarter: 'M-10-10A20 20 0 0 1 10 10H-10Z',
  circle: 'M0-7.5A7.5 7.5 0 0 1 0 7.5A7.5 7.5 0 0 1 0-7.5Z',
  empty: '',
}

/** A small picture of leaves and stones for a person without a photograph. Decoration: the name stands beside it. */
export function Avatar({ seed, size = '2.5rem', className }: AvatarProps) {
  const { ground, cells } = avatarCells(seed)
  return (
    <svg
      viewBox="0 0 40 40"
      aria-hidden="true"
      style={{ width: size, height: size }}
      className={cx('shrink-0 rounded-full', className)}
    >
      <rect width="40" height="40" fill={ground} />
      {cells.map((cell) => (
        <Cell key={cell.place} cell={cell} />
      ))}
    </svg>
  )
}

function Cell({ cell }: { cell: AvatarCell }) {
  const x = 10 + 20 * (cell.place % 2)
  const y = 10 + 20 * Math.floor(cell.place / 2)
  return (
    <path d={outlines[cell.shape]} fill={cell.color} transform={`translate(${x} ${y}) rotate(${cell.turn * 90})`} />
  )
}
