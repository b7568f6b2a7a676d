import { z } from 'zod'
import type { AnyNodeType } from './node-type.ts'

/** `shortestClock`: seconds; steps that lead to each other in a circle must not keep the server busy. */
export const planLimits = {
  title: 200,
  nodes: 300,
  notes: 20_000,
  maxParticipants: 20_000,
  fileDays: 3_650,
  shortestClock: 0.1,
} as const

export const NodeId = z
  .string()
  .regex(/^[a-z0-9][a-z0-9-]{0,63}$/, 'lower-case letters, digits and hyphens, at most 64')

const PlanSettings = z.strictObject({
  maxParticipants: z.int().min(1).max(planLimits.maxParticipants).default(2_000),
  /** People may join after the start. */
  lateJoin: z.boolean().default(true),
  /** Phones show how many people are there. */
  showCount: z.boolean().default(true),
  /** Days after the end of a session for which files that people sent are kept; otherwise as the installation says. */
  fileDays: z.int().min(1).max(planLimits.fileDays).optional(),
})
type PlanSettings = z.output<typeof PlanSettings>

/** What every step has, whatever its type. */
const stepFields = {
  id: NodeId,
  title: z.string().trim().max(planLimits.title).optional(),
  /** Planned duration in minutes, for the agenda only. */
  minutes: z.number().min(0).max(1_440).optional(),
  /** Markdown for the host alone. */
  notes: z.string().max(planLimits.notes).optional(),
  /** Goes on by itself this many seconds after it opened (or, if it collects, after the reveal). */
  autoNext: z.number().min(planLimits.shortestClock).max(86_400).optional(),
  closeWhenAllDone: z.boolean().optional(),
  /** The step that follows; without it, the next in the list. */
  next: NodeId.optional(),
}

export interface PlanNode {
  readonly id: string
  readonly type: string
  readonly data: unknown
  readonly title?: string | undefined
  readonly minutes?: number | undefined
  readonly notes?: string | undefined
  readonly autoNext?: number | undefined
  readonly closeWhenAllDone?: boolean | undefined
  readonly next?: string | undefined
}

/** A workshop as its author planned it: a graph of steps, in order of the list where nothing else is said. */
export interface WorkshopPlan {
  readonly format: 'humuus/1'
  readonly title: string
  readonly description?: string | undefined
  readonly language?: 'de' | 'en' | undefined
  readonly settings: PlanSettings
  readonly nodes: readonly PlanNode[]
}

/** The file format for a set of node types: strict, so that a misspelt key is reported and not ignored. */
export function planSchema(types: readonly AnyNodeType[]): z.ZodType<WorkshopPlan> {
  const [first, ...rest] = types.map((type) =>
    z.strictObject({ ...stepFields, type: z.literal(type.type), data: type.config }),
  )
  if (first === undefined) throw new Error('an engine needs at least one node type')
  return z
    .strictObject({
      format: z.literal('humuus/1'),
      title: z.string().trim().min(1).max(planLimits.title),
      description: z.string().max(2_000).optional(),
      language: z.enum(['de', 'en']).optional(),
      settings: PlanSettings.prefault({}),
      nodes: z
        .array(z.discriminatedUnion('type', [first, ...rest]))
        .min(1)
        .max(planLimits.nodes),
    })
    .superRefine((plan, context) => {
      const ids = new Set<string>()
      for (const [index, node] of plan.nodes.entries()) {
        if (ids.has(node.id))
          context.addIssue({ code: 'custom', path: ['nodes', index, 'id'], message: `"${node.id}" is used twice` })
        ids.add(node.id)
      }
      for (const [index, node] of plan.nodes.entries()) {
        if (node.next !== undefined && !ids.has(node.next))
          context.addIssue({
            code: 'custom',
            path: ['nodes', index, 'next'],
            message: `there is no step "${node.next}"`,
          })
      }
    })
}

/** The step that follows `nodeId` in the graph; `null` after the last. */
export function following(plan: WorkshopPlan, nodeId: string): PlanNode | null {
  const index = plan.nodes.findIndex((node) => node.id === nodeId)
  const named = plan.nodes[index]?.next
  if (named !== undefined) return plan.nodes.find((node) => node.id === named) ?? null
  return plan.nodes[index + 1] ?? null
}
