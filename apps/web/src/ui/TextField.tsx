import { type ComponentProps, type ReactNode, useId } from 'react'
import { cx } from './cx.ts'
import { FieldWords } from './FieldWords.tsx'

interface TextFieldProps extends Omit<ComponentProps<'input'>, 'value' | 'onChange' | 'children'> {
  readonly label: string
  readonly value: string
  readonly onChange: (value: string) => void
  readonly hint?: string | undefined
  /** Words that say what is wrong; they take the hint's place. */
  readonly problem?: string | undefined
  /** Sits at the right end, inside the field; for one icon button. */
  readonly end?: ReactNode
  /** For the one field of a page. */
  readonly large?: boolean
}

/** One line of text with its label above and one line of words below. */
export function TextField({
  label,
  value,
  onChange,
  hint,
  problem,
  end,
  large = false,
  className,
  ...rest
}: TextFieldProps) {
  const id = useId()
  return (
    <div className={cx('grid gap-1.5', className)}>
      <label htmlFor={id} className="font-semibold text-small">
        {label}
      </label>
      <div className="relative">
        <input
          {...rest}
          id={id}
          value={value}
          onChange={(event) => onChange(event.target.value)}
          aria-invalid={problem !== undefined}
          aria-describedby={`${id}-words`}
          className={cx(
            'w-full rounded-one border border-edge bg-raised px-4 text-ink transition-colors duration-(--quick) hover:border-ink aria-invalid:border-danger',
            large ? 'min-h-15 text-lead' : 'min-h-12 text-body',
            end !== undefined && 'pr-14',
          )}
        />
        {end !== undefined && <div className="absolute inset-y-0 right-1 grid place-items-center">{end}</div>}
      </div>
      <FieldWords id={`${id}-words`} hint={hint} problem={problem} />
    </div>
  )
}
