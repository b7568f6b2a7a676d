import type { OwnView, SharedView } from './views.ts'

/** What a phone shows of a session. */
export type Scene = 'kicked' | 'left' | 'lobby' | 'step' | 'over'

/** Who is out sees that; everybody else what the session is at. */
export function sceneOf(
  { phase, step }: Pick<SharedView, 'phase' | 'step'>,
  { standing }: Pick<OwnView, 'standing'>,
): Scene {
  if (standing === 'kicked' || standing === 'left') return standing
  if (phase === 'completed' || phase === 'ended') return 'over'
  return step === null ? 'lobby' : 'step'
}
