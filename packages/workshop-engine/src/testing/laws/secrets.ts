import fc from 'fast-check'
import { must } from '../../must.ts'
import type { WorkshopPlan } from '../../plan.ts'
import { type History, play, type Script, someScript } from '../history/history.ts'
import { actMove, fileMove, type Move, userId } from '../history/move.ts'
import type { LawSubject } from '../history/subject.ts'
import { claim, type Law, tryOut } from './law.ts'
import { same } from './same.ts'
import { ownViews, phoneOf } from './seen.ts'

const [ann, bob] = [1, 2]

/**
 * Whatever else Bob answers, or if he keeps quiet, Ann's phone shows the same until a step is revealed at which he acted.
 * A step where the plan lets people work on the same thing is no secret, nor is what a facilitator uses as a card or decides for.
 * (Steps here do not close when all are done: *whether* somebody answered may be felt, *what* may not.)
 */
export const otherAnswersStaySecret: Law = (subject, options) => {
  const { engine } = subject
  let differences = 0
  tryOut(
    someScript(subject).chain((script) => {
      const patient = withNodes(script, (node) => ({ ...node, closeWhenAllDone: false }))
      return fc.tuple(fc.constant(patient), otherBob(subject, patient))
    }),
    ([script, other]) => {
      const [told, untold] = [play(engine, script), play(engine, other)]
      if (!same(told.events, untold.events)) differences += 1
      const actedAt = stepsOfBob([told, untold])
      if (script.plan.nodes.some((node) => actedAt.has(node.id) && sharesWhileOpen(subject, node))) return
      for (const [index, { state }] of told.moments.entries()) {
        if ([told, untold].some((history) => isDisclosed(script, history, index))) return
        const counterpart = must(untold.moments[index], 'both histories have as many moments').state
        if ([...actedAt].some((nodeId) => state.flow.stepPhases.get(nodeId) === 'revealed')) return
        const [one, another] = [phoneOf(engine, state, userId(ann)), phoneOf(engine, counterpart, userId(ann))]
        claim(same(one, another), () => `Ann sees what Bob did: ${JSON.stringify([one, another])}`)
      }
    },
    options,
  )
  claim(differences > 0 || !collects(subject), () => 'Bob never did anything else: the law was not put to the test')
}

/** Until a reveal nothing that the hall sees depends on solutions; the host's notes never reach it at all. */
export const solutionsStaySecret: Law = (subject, options) => {
  const { engine, arbitraries } = subject
  tryOut(
    someScript(subject),
    (script) => {
      const reworded = withNodes(script, (node) => ({ ...node, notes: `${node.notes ?? ''}, and more` }))
      const twin = withNodes(reworded, (node) => ({ ...node, data: arbitraries[node.type]?.twin(node.data) }))
      const [original, otherNotes, otherSolutions] = [play(engine, script), play(engine, reworded), play(engine, twin)]
      let isRevealed = false
      for (const [index, { state }] of original.moments.entries()) {
        const hall = hallOf(engine, state)
        claim(
          same(hall, hallOf(engine, momentOf(otherNotes, index))),
          () => `the hall sees the host's notes: ${JSON.stringify(hall)}`,
        )
        isRevealed ||= state.flow.stepPhases.includes('revealed')
        if (isRevealed) continue
        const other = hallOf(engine, momentOf(otherSolutions, index))
        claim(same(hall, other), () => `the hall sees a solution: ${JSON.stringify([hall, other])}`)
      }
    },
    options,
  )
}

const momentOf = ({ moments }: History, index: number) => must(moments[index], 'twins have as many moments').state

/** What phones and screen see, everybody's own views included. */
const hallOf = (engine: LawSubject['engine'], state: History['moments'][number]['state']) => ({
  participant: engine.sharedView(state, 'participant'),
  screen: engine.sharedView(state, 'screen'),
  own: ownViews(engine, state),
})

const withNodes = (
  { plan, moves }: Script,
  changed: (node: WorkshopPlan['nodes'][number]) => WorkshopPlan['nodes'][number],
): Script => ({
  plan: { ...plan, nodes: plan.nodes.map(changed) },
  moves,
})

const collects = ({ engine, type }: LawSubject): boolean =>
  engine.types.some((one) => one.type === type && one.collects)

/** Whether the move before this moment showed something of what one person gave to others, and had its way. */
function isDisclosed({ moves }: Script, { moments }: History, index: number): boolean {
  const kind = moves[index - 1]?.kind
  return (kind === 'card' || kind === 'decide') && moments[index]?.version !== moments[index - 1]?.version
}

const sharesWhileOpen = ({ engine }: LawSubject, { type, data }: WorkshopPlan['nodes'][number]): boolean =>
  engine.types.some((one) => one.type === type && one.sharesWhileOpen?.(data) === true)

/** The same script, but at each of his acts Bob does something else, or nothing. */
function otherBob(subject: LawSubject, script: Script): fc.Arbitrary<Script> {
  const his = fc.constant(bob)
  const silence: Move = { kind: 'time', ms: 0, ticks: false }
  const moves = script.moves.map((move): fc.Arbitrary<Move> => {
    if ((move.kind !== 'act' && move.kind !== 'file') || move.who !== bob) return fc.constant(move)
    const other = move.kind === 'act' ? actMove(subject, script.plan, 'act', his) : fileMove(subject, script.plan, his)
    return fc.oneof(fc.constant(silence), other)
  })
  return fc.tuple(...moves).map((others) => ({ plan: script.plan, moves: others }))
}

function stepsOfBob(histories: readonly History[]): ReadonlySet<string> {
  const his = histories.flatMap(({ events }) =>
    events.filter(({ type, by }) => (type === 'node' || type === 'conflict_raised') && by === userId(bob)),
  )
  return new Set(his.map(({ nodeId }) => nodeId))
}
