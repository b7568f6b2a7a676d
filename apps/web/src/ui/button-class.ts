import { cx } from './cx.ts'

/**
 * `primary`: the one main action of a view · `quiet`: every other · `plain`: without an edge, for rows and corners ·
 * `danger`: what cannot be taken back.
 */
export type ButtonTone = 'primary' | 'quiet' | 'plain' | 'danger'

/** At least 44 px high in every size; `large` is for thumbs and stages. */
export type ButtonSize = 'small' | 'normal' | 'large'

const base =
  'relative inline-flex items-center justify-center overflow-hidden rounded-one border text-center font-semibold select-none transition-colors duration-(--quick) disabled:cursor-not-allowed disabled:border-line disabled:bg-transparent disabled:text-soft'

const tones: Record<ButtonTone, string> = {
  primary: 'border-accent bg-accent text-on-accent hover:border-accent-deep hover:bg-accent-deep',
  quiet: 'border-edge bg-transparent text-ink hover:border-ink hover:bg-sunk',
  plain: 'border-transparent bg-transparent text-ink hover:bg-sunk',
  danger: 'border-danger bg-danger text-on-danger hover:opacity-90',
}

const sizes: Record<ButtonSize, string> = {
  small: 'min-h-11 gap-2 px-3.5 py-1.5 text-body leading-tight',
  normal: 'min-h-12 gap-2.5 px-5 py-2 text-body leading-tight',
  large: 'min-h-15 gap-3 px-7 py-3 text-lead leading-tight',
}

/** The look of a button, for what is one and for links that lead to the next thing to do. */
export const buttonClass = (tone: ButtonTone, size: ButtonSize, wide: boolean): string =>
  cx(base, tones[tone], sizes[size], wide && 'w-full')
