import { Check, X } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from '../i18n/use-translation.ts'
import { cx } from './cx.ts'
import { OptionMark } from './OptionMark.tsx'

/** After the reveal: chosen and right · chosen and wrong · right but not chosen · neither. */
export type OptionOutcome = 'right' | 'wrong' | 'missed' | 'neutral'

interface OptionButtonProps {
  readonly index: number
  /** All options of a question share a name: it makes them one group for keyboard and screen reader. */
  readonly name: string
  /** One of them (a radio) or several (checkboxes). */
  readonly kind: 'single' | 'several'
  readonly selected: boolean
  readonly onSelect: (selected: boolean) => void
  readonly disabled?: boolean
  /** Cannot be chosen yet, but is to be read meanwhile: its words do not step back. */
  readonly toRead?: boolean
  /** Set once the solution is shown; the option can then no longer be chosen. */
  readonly outcome?: OptionOutcome | undefined
  /** A picture of the option, above its words. */
  readonly picture?: ReactNode
  readonly children: ReactNode
}

/** One answer to choose: as wide as the phone, at least a thumb high. State is a frame, a sign and words, never colour alone. */
export function OptionButton(props: OptionButtonProps) {
  const { index, name, kind, selected, onSelect, disabled = false, toRead = false, outcome, picture, children } = props
  const shut = disabled || outcome !== undefined
  return (
    <label
      className={cx(
        'relative flex min-h-18 items-center gap-[min(1rem,4vw)] rounded-one border bg-raised p-[min(0.75rem,3vw)] transition-[border-color,background-color,box-shadow] duration-(--quick)',
        'has-focus-visible:outline-3 has-focus-visible:outline-offset-3 has-focus-visible:outline-accent',
        frame(selected, outcome),
        !shut && !selected && 'hover:border-ink',
        shut && !selected && !toRead && outcome !== 'missed' && 'text-soft',
      )}
    >
      <input
        type={kind === 'single' ? 'radio' : 'checkbox'}
        name={name}
        checked={selected}
        disabled={shut}
        onChange={(event) => onSelect(event.target.checked)}
        className="pointer-events-none absolute inset-0 size-full appearance-none rounded-one opacity-0"
      />
      <OptionMark index={index} size="min(2.75rem, 13vw)" />
      <span className="grid min-w-0 flex-1 grid-cols-1 gap-1">
        {picture}
        <span className={cx('text-lead leading-snug', selected && 'font-semibold')}>{children}</span>
        {outcome !== undefined && <OutcomeWords outcome={outcome} />}
      </span>
      <Sign kind={kind} selected={selected} outcome={outcome} />
    </label>
  )
}

function frame(selected: boolean, outcome: OptionOutcome | undefined): string {
  if (outcome === 'right') return 'border-accent bg-wash shadow-[inset_0_0_0_2px_var(--accent)]'
  if (outcome === 'missed') return 'border-dashed border-accent'
  if (outcome === 'wrong') return 'border-danger shadow-[inset_0_0_0_1px_var(--danger)]'
  return selected ? 'border-ink shadow-[inset_0_0_0_2px_var(--ink)]' : 'border-edge'
}

function OutcomeWords({ outcome }: { outcome: OptionOutcome }) {
  const { t } = useTranslation()
  if (outcome === 'neutral') return null
  return (
    <span className={cx('fade-in font-semibold text-small', outcome === 'wrong' ? 'text-danger' : 'text-accent')}>
      {t(outcome)}
    </span>
  )
}

interface SignProps {
  readonly kind: 'single' | 'several'
  readonly selected: boolean
  readonly outcome: OptionOutcome | undefined
}

function Sign({ kind, selected, outcome }: SignProps) {
  const look = 'size-7 shrink-0'
  if (outcome === 'right' || outcome === 'missed')
    return <Check aria-hidden="true" strokeWidth={3} className={cx(look, 'text-accent')} />
  if (outcome === 'wrong') return <X aria-hidden="true" strokeWidth={3} className={cx(look, 'text-danger')} />
  if (outcome === 'neutral') return <span className={look} />
  const several = kind === 'several'
  return (
    <span
      className={cx(
        'grid size-6 shrink-0 place-items-center border-2',
        several ? 'rounded-[0.25rem]' : 'rounded-full',
        selected ? 'border-ink' : 'border-edge',
        selected && several && 'bg-ink text-paper',
      )}
    >
      {selected && several && <Check aria-hidden="true" strokeWidth={3.5} className="fade-in size-4" />}
      {selected && !several && <span className="fade-in size-3 rounded-full bg-ink" />}
    </span>
  )
}
