import type { Place } from '../step/use-missed.ts'
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

/** Where that is, for whoever has to tell one step from the next. */
export function placeOf(scene: Scene, { step }: Pick<SharedView, 'step'>): Place {
  if (scene === 'over') return { nodeId: null, number: Number.POSITIVE_INFINITY }
  return scene === 'step' && step !== null ? { nodeId: step.nodeId, number: step.number } : { nodeId: null, number: 0 }
}
