import { cx } from './cx.ts'

interface SkeletonProps {
  /** The size and place of what is coming: `h-12 w-full`, `size-10 rounded-full` … */
  readonly className?: string
}

/** The outline of something that is on its way. Comes after a tenth of a second, and does not blink. */
export function Skeleton({ className }: SkeletonProps) {
  return <span aria-hidden="true" className={cx('fade-in-late block rounded-one bg-line/60', className)} />
}
