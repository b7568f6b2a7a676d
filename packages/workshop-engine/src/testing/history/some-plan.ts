import fc from 'fast-check'
import { must } from '../../must.ts'
import type { PlanNode, WorkshopPlan } from '../../plan.ts'
import { words } from '../arbitraries/words.ts'
import type { LawSubject } from './subject.ts'

/** A workshop of one to four steps in which the type under test is sure to occur. */
export function somePlan(subject: LawSubject): fc.Arbitrary<WorkshopPlan> {
  const types = subject.engine.types.map(({ type }) => type)
  const kinds = fc
    .tuple(fc.array(fc.constantFrom(subject.type, subject.type, ...types), { maxLength: 3 }), fc.nat(3))
    .map(([others, at]) => others.toSpliced(at % (others.length + 1), 0, subject.type))
  return fc.record({
    format: fc.constant('humuus/1' as const),
    title: words,
    settings: fc.record({
      maxParticipants: fc.constantFrom(100, 100, 100, 2),
      lateJoin: fc.constantFrom(true, true, true, false),
      showCount: fc.boolean(),
    }),
    nodes: kinds.chain((all) => fc.tuple(...all.map((type, index) => someNode(subject, type, index, all.length)))),
  })
}

function someNode({ arbitraries }: LawSubject, type: string, index: number, count: number): fc.Arbitrary<PlanNode> {
  const step = (position: number): string => `step-${position}`
  const data = must(arbitraries[type], `there are arbitraries for ${type}`).config
  return fc.record(
    {
      id: fc.constant(step(index)),
      type: fc.constant(type),
      data,
      title: words,
      minutes: fc.integer({ min: 0, max: 90 }),
      notes: words,
      autoNext: fc.integer({ min: 1, max: 20 }),
      closeWhenAllDone: fc.boolean(),
      next: fc.nat(count - 1).map(step),
    },
    { requiredKeys: ['id', 'type', 'data'] },
  )
}
