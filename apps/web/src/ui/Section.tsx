import { type ReactNode, useId } from 'react'

interface SectionProps {
  readonly title: string
  readonly hint?: string | undefined
  readonly children: ReactNode
}

/** One matter of a desk page: what it is on the left, or above; what to do about it beside. */
export function Section({ title, hint, children }: SectionProps) {
  const id = useId()
  return (
    <section
      aria-labelledby={id}
      className="grid gap-x-10 gap-y-5 border-line border-t py-8 tablet:py-10 desk:grid-cols-[minmax(0,1fr)_minmax(0,2fr)]"
    >
      <div className="grid content-start gap-1.5">
        <h2 id={id} className="font-display font-semibold text-title">
          {title}
        </h2>
        {hint !== undefined && <p className="max-w-md text-small text-soft">{hint}</p>}
      </div>
      <div className="min-w-0 max-w-2xl">{children}</div>
    </section>
  )
}
