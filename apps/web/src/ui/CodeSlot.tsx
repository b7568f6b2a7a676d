import { cx } from './cx.ts'

interface CodeSlotProps {
  readonly digit: string | undefined
  /** The next digit goes here: shows a caret while the field has focus. */
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
        'grid h-[1.3em] place-items-center border-b-3 font-bold font-display text-[min(6rem,15cqi)] leading-none transition-colors duration-(--quick)',
        second && 'col-start-5',
        wrong ? 'border-danger' : digit === undefined ? 'border-edge' : 'border-ink',
        isNext && !wrong && 'group-focus-within:border-accent',
      )}
    >
      {digit === undefined ? (
        isNext && (
          <span className="h-[0.72em] w-[3px] rounded-full bg-accent opacity-0 group-focus-within:opacity-100" />
        )
      ) : (
        <span className="come-in">{digit}</span>
      )}
    </span>
  )
}
