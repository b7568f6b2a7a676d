import type { ReactNode } from 'react'

interface SpecimenProps {
  readonly title: string
  readonly children: ReactNode
}

/** One chapter of the styles page: its name at the side, its things beside it. */
export function Specimen({ title, children }: SpecimenProps) {
  return (
    <section className="grid gap-6 border-line border-t py-10 desk:grid-cols-[14rem_minmax(0,1fr)] desk:gap-10">
      <h2 className="font-display font-semibold text-title">{title}</h2>
      <div className="grid min-w-0 gap-8">{children}</div>
    </section>
  )
}

/** Things that stand in a row and wrap. */
export function Row({ children }: { readonly children: ReactNode }) {
  return <div className="flex flex-wrap items-center gap-4">{children}</div>
}
