import type { NodeEvent } from './event.ts'
import { must } from './must.ts'
import type { AnyNodeType, ParticipantId } from './node-type.ts'
import type { PlanNode } from './plan.ts'
import type { WorkshopState } from './state.ts'

/** A step with its type and what was gathered there so far. */
export interface PlannedStep {
  readonly node: PlanNode
  readonly type: AnyNodeType
  readonly work: unknown
}

/** Node types by name. */
export type NodeCatalog = ReadonlyMap<string, AnyNodeType>

export function nodeCatalog(types: readonly AnyNodeType[]): NodeCatalog {
  return new Map(types.map((type) => [type.type, type]))
}

export const findNode = (state: WorkshopState, nodeId: string): PlanNode | undefined =>
  state.plan.nodes.find((node) => node.id === nodeId)

/** Throws for a step that the plan does not have: check with `findNode` where a person names it. */
export function plannedStep(catalog: NodeCatalog, state: WorkshopState, nodeId: string): PlannedStep {
  const node = must(findNode(state, nodeId), `the plan has a step ${nodeId}`)
  const type = must(catalog.get(node.type), `node type ${node.type} is registered`)
  return { node, type, work: state.work.has(nodeId) ? state.work.get(nodeId) : type.initial(node.data) }
}

/** Whoever acted, and the people whose own things they touched. */
export function concernedBy(catalog: NodeCatalog, { node, by, data }: NodeEvent): readonly ParticipantId[] {
  const owners = catalog.get(node)?.concerns?.(data) ?? []
  return owners.length === 0 ? [by] : [...new Set([by, ...owners])]
}
