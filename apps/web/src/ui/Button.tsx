import type { ComponentProps, ReactNode } from 'react'
import { useTranslation } from '../i18n/use-translation.ts'
import { type ButtonSize, type ButtonTone, buttonClass } from './button-class.ts'
import { cx } from './cx.ts'

interface ButtonProps extends ComponentProps<'button'> {
  readonly tone?: ButtonTone
  readonly size?: ButtonSize
  /** As wide as its place. */
  readonly wide?: boolean
  /** At work: keeps its size and its words, takes no further press, and says so to screen readers. */
  readonly busy?: boolean
  /** A single lucide icon, before the words. */
  readonly icon?: ReactNode
}

/** A button that always says what it will do. */
export function Button({
  tone = 'quiet',
  size = 'normal',
  wide = false,
  busy = false,
  icon,
  type = 'button',
  className,
  onClick,
  children,
  ...rest
}: ButtonProps) {
  const { t } = useTranslation()
  return (
    <button
      {...rest}
      type={type}
      aria-busy={busy || undefined}
      aria-disabled={busy || undefined}
      onClick={busy ? (event) => event.preventDefault() : onClick}
      className={cx(buttonClass(tone, size, wide), className)}
    >
      {icon}
      <span>{children}</span>
      {busy && <span className="sr-only">{t('busy')}</span>}
      {busy && <span className="creep absolute inset-x-0 bottom-0 h-1 bg-current opacity-70" />}
    </button>
  )
}
