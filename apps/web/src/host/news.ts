import type { HostView } from './console-state.ts'

/** What the course did last. `by`: the other facilitator who went to the step; `null` for oneself, a timer, a nameless one. */
export type News =
  | { readonly what: 'finished' | 'closed' | 'revealed' }
  | { readonly what: 'went'; readonly step: string; readonly by: string | null }

interface Reader {
  readonly userId: string
  /** The step is another one than before. */
  readonly isElsewhere: boolean
}

/** Tells what just happened, as far as the view shows it. */
export function newsOf(
  {
    phase,
    step,
    agenda,
    openedBy,
    facilitators,
  }: Pick<HostView, 'phase' | 'openedBy' | 'facilitators'> & {
    readonly agenda: readonly Pick<HostView['agenda'][number], 'nodeId' | 'title'>[]
    readonly step: Pick<NonNullable<HostView['step']>, 'nodeId' | 'phase'> | null
  },
  { userId, isElsewhere }: Reader,
): News {
  if (phase === 'completed' || step === null) return { what: 'finished' }
  if (!isElsewhere && (step.phase === 'closed' || step.phase === 'revealed')) return { what: step.phase }
  const isMine = openedBy === null || openedBy === '' || openedBy === facilitators[userId]?.name
  const title = agenda.find(({ nodeId }) => nodeId === step.nodeId)?.title ?? ''
  return { what: 'went', step: title, by: isMine ? null : openedBy }
}
