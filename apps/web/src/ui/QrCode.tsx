import { useMemo } from 'react'
import { encode } from 'uqr'
import { cx } from './cx.ts'

interface QrCodeProps {
  /** What it opens: a whole address. */
  readonly text: string
  /** What it is, for people who do not see it. */
  readonly label: string
  readonly className?: string
}

/** A QR code as one path: always dark on light with four modules of quiet around it, in both themes, so that cameras find it. */
export function QrCode({ text, label, className }: QrCodeProps) {
  const { path, size } = useMemo(() => drawing(text), [text])
  return (
    <svg
      role="img"
      aria-label={label}
      viewBox={`0 0 ${size} ${size}`}
      shapeRendering="crispEdges"
      className={cx('aspect-square rounded-one', className)}
    >
      <rect width={size} height={size} fill="#ffffff" />
      <path d={path} fill="#000000" />
    </svg>
  )
}

const quiet = 4

function drawing(text: string): { path: string; size: number } {
  const { data, size } = encode(text, { ecc: 'M', border: 0 })
  const path = data
    .map((row, y) => row.map((dark, x) => (dark ? `M${x + quiet} ${y + quiet}h1v1h-1z` : '')).join(''))
    .join('')
  return { path, size: size + 2 * quiet }
}
