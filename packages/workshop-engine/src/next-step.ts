import { must } from './must.ts'
import { following, type PlanNode } from './plan.ts'
import type { WorkshopState } from './state.ts'

type Run = Pick<WorkshopState, 'plan' | 'takenOut'>

/** The steps of this run in order of the plan: all but those taken out. */
export const stepsOfRun = ({ plan, takenOut }: Run): readonly PlanNode[] =>
  takenOut.isEmpty() ? plan.nodes : plan.nodes.filter((node) => !takenOut.has(node.id))

export const firstStep = (run: Run): PlanNode => must(stepsOfRun(run)[0], 'a run has a step')

/** The step that follows in this run, passing over those taken out; `null` after the last. */
export function nextStep({ plan, takenOut }: Run, nodeId: string): PlanNode | null {
  // Steps may lead to each other in a circle; one of nothing but steps taken out leads nowhere.
  const passed = new Set<string>()
  let next = following(plan, nodeId)
  while (next !== null && takenOut.has(next.id)) {
    if (passed.has(next.id)) return null
    passed.add(next.id)
    next = following(plan, next.id)
  }
  return next
}
