import type { ReactNode } from 'react'
import { Link } from 'wouter'
import { type ButtonSize, type ButtonTone, buttonClass } from './button-class.ts'
import { cx } from './cx.ts'

interface ButtonLinkProps {
  readonly to: string
  readonly tone?: ButtonTone
  readonly size?: ButtonSize
  readonly wide?: boolean
  readonly icon?: ReactNode
  readonly className?: string
  readonly children: ReactNode
}

/** Looks like a button, is a link: for going somewhere in the app. */
export function ButtonLink({
  to,
  tone = 'quiet',
  size = 'normal',
  wide = false,
  icon,
  className,
  children,
}: ButtonLinkProps) {
  return (
    <Link to={to} className={cx(buttonClass(tone, size, wide), className)}>
      {icon}
      <span>{children}</span>
    </Link>
  )
}
