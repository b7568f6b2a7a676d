import type { ReactNode } from 'react'

interface FieldWordsProps {
  readonly id: string
  readonly hint?: string | undefined
  readonly problem?: ReactNode
}

/** The line under a field: what helps, or what is wrong. Its place is kept, so that nothing jumps when words come. */
export function FieldWords({ id, hint, problem }: FieldWordsProps) {
  return (
    <p id={id} aria-live="polite" className="min-h-6 text-small">
      {problem ? (
        <strong className="fade-in font-semibold text-danger">{problem}</strong>
      ) : (
        <span className="text-soft">{hint}</span>
      )}
    </p>
  )
}
