import { Link } from 'wouter'
import { cx } from './cx.ts'
import { Mark } from './Mark.tsx'

/** Sign and name; leads to the start page. */
export function Wordmark({ className }: { readonly className?: string }) {
  return (
    <Link
      to="/"
      className={cx(
        'inline-flex min-h-11 items-center gap-2.5 font-bold font-display text-title leading-none tracking-[-0.04em]',
        className,
      )}
    >
      <Mark className="size-8" />
      humuus
    </Link>
  )
}
