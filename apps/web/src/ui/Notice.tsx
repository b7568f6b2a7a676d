import { CircleCheck, Info, TriangleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import { cx } from './cx.ts'

/** `saved`: it worked · `info`: good to know · `refused`: it did not, and why. */
export type NoticeTone = 'saved' | 'info' | 'refused'

const looks = {
  saved: { Icon: CircleCheck, className: 'text-accent' },
  info: { Icon: Info, className: 'text-ink' },
  refused: { Icon: TriangleAlert, className: 'text-danger' },
} as const satisfies Record<NoticeTone, unknown>

/** A sentence in its place on the page, announced politely: "Your answer is saved." For phones, where nothing pops up. */
export function Notice({ tone, children }: { readonly tone: NoticeTone; readonly children: ReactNode }) {
  const { Icon, className } = looks[tone]
  return (
    <p role="status" className={cx('fade-in flex items-start gap-2.5 font-semibold', className)}>
      <Icon aria-hidden="true" className="mt-[0.1em] size-[1.3em] shrink-0" strokeWidth={2.5} />
      <span>{children}</span>
    </p>
  )
}
