import { useId } from 'react'
import { cx } from './cx.ts'

interface Choice<Value extends string> {
  readonly value: Value
  readonly label: string
}

interface SegmentedProps<Value extends string> {
  /** Names the group; drawn above it unless `quiet`. */
  readonly label: string
  readonly quiet?: boolean
  readonly choices: readonly Choice<Value>[]
  readonly value: Value
  readonly onChange: (value: Value) => void
}

/** A few choices side by side, exactly one of them taken. Plain radios underneath. */
export function Segmented<Value extends string>({
  label,
  quiet = false,
  choices,
  value,
  onChange,
}: SegmentedProps<Value>) {
  const name = useId()
  return (
    <fieldset className="min-w-0">
      <legend className={quiet ? 'sr-only' : 'mb-1.5 font-semibold text-small'}>{label}</legend>
      <div className="inline-flex max-w-full flex-wrap gap-1 rounded-one bg-sunk p-1">
        {choices.map((choice) => (
          <label
            key={choice.value}
            className={cx(
              'relative grid min-h-11 place-items-center rounded-[0.25rem] px-3.5 text-center leading-tight transition-colors duration-(--quick) has-focus-visible:outline-3 has-focus-visible:outline-accent',
              choice.value === value
                ? 'bg-raised font-semibold text-ink shadow-[0_0_0_1px_var(--edge)]'
                : 'text-soft hover:text-ink',
            )}
          >
            <input
              type="radio"
              name={name}
              value={choice.value}
              checked={choice.value === value}
              onChange={() => onChange(choice.value)}
              className="absolute inset-0 size-full appearance-none rounded-[0.25rem] opacity-0"
            />
            {choice.label}
          </label>
        ))}
      </div>
    </fieldset>
  )
}
