import { cx } from './cx.ts'
import { optionLetter, optionLook, optionShapes } from './option-shape.ts'

interface OptionMarkProps {
  /** The option's place in the list, from 0. */
  readonly index: number
  /** Any CSS length; the letter grows with it. */
  readonly size?: string
  readonly className?: string
}

/**
 * The sign of an option: a colour, a shape and a letter, the same on phone and screen. Drawn, so hidden from screen
 * readers: say `t('option', { letter })` or the option's words beside it.
 */
export function OptionMark({ index, size = '2.5rem', className }: OptionMarkProps) {
  const look = optionLook(index)
  const shape = optionShapes[look]
  return (
    <svg
      viewBox="0 0 40 40"
      aria-hidden="true"
      style={{ width: size, height: size }}
      className={cx('shrink-0', className)}
    >
      <path
        d={shape.path}
        fill={`var(--option-${look})`}
        stroke={`color-mix(in srgb, var(--option-${look}), var(--option-outline) 55%)`}
        strokeWidth="1.25"
        strokeLinejoin="round"
      />
      <text
        x="20"
        y={shape.middle}
        dy="0.36em"
        textAnchor="middle"
        fontSize={shape.letterSize}
        fontWeight="700"
        fill={`var(--on-option-${look})`}
      >
        {optionLetter(index)}
      </text>
    </svg>
  )
}
