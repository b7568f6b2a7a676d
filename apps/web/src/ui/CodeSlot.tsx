import { cx } from './cx.ts'

interface CodeSlotProps {
  readonly digit: string | undefined
  /** The next digit goes here; marked while the field has focus. */
  readonly isNext: boolean
  readonly wrong: boolean
  /** First place of the second group. */
  readonly second: boolean
}

/** One place of a code: a digit on a line. */
export function CodeSlot({ digit, isNext, wrong, second }: CodeSlotProps) {
  return (
    <span
      className={cx(
        'grid place-items-center border-b-3 font-display font-bold leading-none transition-colors duration-(--quick)',
        'h-[1.35em] text-[min(6rem,15cqi)]',
        second && 'col-start-5',
        wrong ? 'border-danger' : digit === undefined ? 'border-edge' : 'border-ink',
        isNext && !wrong && 'group-focus-within:border-accent group-focus-within:bg-wash',
      )}
    >
      {digit !== undefined && <span className="come-in">{digit}</span>}
    </span>
  )
}
