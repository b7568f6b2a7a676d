import type { ReactNode } from 'react'
import { Sprout } from './Sprout.tsx'

interface EmptyStateProps {
  readonly title: string
  /** The title is the headline of the whole page. */
  readonly page?: boolean
  readonly hint?: string
  /** What to do about it: one button or link. */
  readonly action?: ReactNode
}

/** Nothing here yet, said kindly, with the one thing to do about it. */
export function EmptyState({ title, page = false, hint, action }: EmptyStateProps) {
  const Title = page ? 'h1' : 'p'
  return (
    <div className="fade-in-late mx-auto grid max-w-md justify-items-center gap-3 px-4 py-12 text-center">
      <Sprout growth={0} potted className="h-24" />
      <Title className="font-display font-semibold text-title">{title}</Title>
      {hint !== undefined && <p className="text-soft">{hint}</p>}
      {action !== undefined && <div className="mt-3">{action}</div>}
    </div>
  )
}
