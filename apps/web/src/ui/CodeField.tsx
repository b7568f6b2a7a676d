import { type ReactNode, useEffect, useId, useRef } from 'react'
import { useTranslation } from '../i18n/use-translation.ts'
import { CodeSlot } from './CodeSlot.tsx'
import { codeInText, codeLength } from './code-in-text.ts'
import { cx } from './cx.ts'
import { FieldWords } from './FieldWords.tsx'

interface CodeFieldProps {
  readonly label: string
  /** The digits so far, at most six. */
  readonly value: string
  /** Called with digits alone, however they came: typed, pasted, from a whole link, by autofill. Clear `problem` here. */
  readonly onChange: (digits: string) => void
  /** Called once when the sixth digit is there. */
  readonly onComplete: (code: string) => void
  readonly hint?: string
  /** What is wrong with the code: it shakes once and says so; the next digit starts afresh. */
  readonly problem?: ReactNode
  /** The code is being looked up. */
  readonly busy?: boolean
  /** Has the focus from the start: for a page whose one purpose it is. */
  readonly focusFirst?: boolean
}

const places = [0, 1, 2, 3, 4, 5] as const

/** Six big digits. One real input lies over six drawn places, so that paste, autofill and screen readers simply work. */
export function CodeField({
  label,
  value,
  onChange,
  onComplete,
  hint,
  problem,
  busy = false,
  focusFirst = false,
}: CodeFieldProps) {
  const { t } = useTranslation()
  const id = useId()
  const input = useRef<HTMLInputElement>(null)

  useEffect(() => {
    if (focusFirst) input.current?.focus()
  }, [focusFirst])

  const take = (text: string) => {
    const appended = value.length === codeLength && text.startsWith(value) ? text.slice(value.length) : null
    const digits = codeInText(appended === null ? text : problem ? appended : value)
    if (digits === value) return
    onChange(digits)
    if (digits.length === codeLength) onComplete(digits)
  }
  // Digits are taken off and put on at the end alone: a caret nobody can see must not stand in the middle.
  const caretToEnd = () => input.current?.setSelectionRange(value.length, value.length)

  return (
    <div className="grid gap-3">
      <label htmlFor={id} className="sr-only">
        {label}
      </label>
      <div className={cx('group relative @container', problem !== undefined && 'shake')}>
        <input
          ref={input}
          id={id}
          value={value}
          onChange={(event) => take(event.target.value)}
          onSelect={caretToEnd}
          readOnly={busy}
          aria-busy={busy}
          aria-invalid={problem !== undefined}
          aria-describedby={`${id}-words`}
          inputMode="numeric"
          autoComplete="one-time-code"
          autoCorrect="off"
          spellCheck={false}
          enterKeyHint="go"
          className="absolute inset-0 z-1 size-full cursor-text rounded-one bg-transparent text-[1rem] text-transparent caret-transparent outline-none selection:bg-transparent selection:text-transparent"
        />
        <div aria-hidden="true" className="figures grid grid-cols-[repeat(3,1fr)_4cqi_repeat(3,1fr)] gap-[2cqi]">
          {places.map((place) => (
            <CodeSlot
              key={place}
              digit={value[place]}
              isNext={place === Math.min(value.length, codeLength - 1)}
              wrong={problem !== undefined}
              second={place === 3}
            />
          ))}
        </div>
      </div>
      <FieldWords id={`${id}-words`} hint={busy ? t('busy') : hint} problem={problem} />
    </div>
  )
}
