import type { AnyNodeType } from '../../node-type.ts'
import type { PlanNode, WorkshopPlan } from '../../plan.ts'

/** As much of a workshop as a test wants to say: what is missing is filled in. */
export interface PlanDraft {
  readonly title?: string
  readonly description?: string
  readonly language?: 'de' | 'en'
  readonly settings?: Partial<WorkshopPlan['settings']>
  readonly nodes: readonly NodeDraft[]
}

/** A step of a draft; `id` is made from type and position where it is missing (`quiz-1`), `data` is as in a file. */
export type NodeDraft = Pick<PlanNode, 'type'> & Partial<PlanNode>

interface PlanReader {
  readonly types: readonly AnyNodeType[]
  readonly plan: { parse(file: unknown): WorkshopPlan }
}

/** Completes a draft and reads it like a file; throws with the path of what is wrong. */
export function completePlan(engine: PlanReader, draft: PlanDraft): WorkshopPlan {
  const nodes = draft.nodes.map((node, index) => ({ id: `${node.type}-${index + 1}`, data: {}, ...node }))
  return engine.plan.parse({ format: 'humuus/1', title: 'A workshop', ...draft, nodes })
}
