import { type ComponentProps, useId } from 'react'
import { useTranslation } from '../i18n/use-translation.ts'
import { cx } from './cx.ts'
import { FieldWords } from './FieldWords.tsx'

interface TextAreaProps extends Omit<ComponentProps<'textarea'>, 'value' | 'onChange' | 'maxLength' | 'children'> {
  readonly label: string
  readonly value: string
  readonly onChange: (value: string) => void
  /** How many characters fit, as people count them. More can be typed, and is said, never cut off. */
  readonly max: number
  readonly problem?: string | undefined
}

/** Several lines of text that say how much room is left. */
export function TextArea({ label, value, onChange, max, problem, rows = 4, className, ...rest }: TextAreaProps) {
  const { t } = useTranslation()
  const id = useId()
  const left = max - [...value].length
  const tooMany = left < 0 ? t('tooManyCharacters', { count: -left }) : undefined
  return (
    <div className={cx('grid gap-1.5', className)}>
      <label htmlFor={id} className="font-semibold text-small">
        {label}
      </label>
      <textarea
        {...rest}
        id={id}
        rows={rows}
        value={value}
        onChange={(event) => onChange(event.target.value)}
        aria-invalid={problem !== undefined || left < 0}
        aria-describedby={`${id}-words`}
        className="field-sizing-content max-h-[60dvh] min-h-28 w-full resize-none rounded-one border border-edge bg-raised px-4 py-3 text-body text-ink transition-colors duration-(--quick) hover:border-ink aria-invalid:border-danger"
      />
      <FieldWords id={`${id}-words`} hint={t('characters', { count: left })} problem={problem ?? tooMany} />
    </div>
  )
}
