import { cx } from './cx.ts'
import { leafPath } from './leaf.ts'

/** Our sign: two leaves over a bowl of earth. Decoration where the name stands beside it. */
export function Mark({ className }: { readonly className?: string }) {
  return (
    <svg viewBox="0 0 32 32" aria-hidden="true" className={cx('shrink-0', className)}>
      <path d={leafPath(11.5)} transform="translate(16.75 16.5)" className="fill-accent" />
      <path d={leafPath(11.5)} transform="translate(15.25 16.5) scale(-1 1)" className="fill-accent" />
      <path d="M3.75 18h24.5a12.25 12.25 0 0 1-24.5 0z" className="fill-ink" />
    </svg>
  )
}
