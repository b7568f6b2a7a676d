import type { SystemCommand } from '../command.ts'
import type { FileRules, FileViewer } from '../file-news.ts'
import { findNode, type NodeCatalog, plannedStep } from '../node-catalog.ts'
import { type Refused, reject } from '../rejection.ts'
import type { WorkshopState } from '../state.ts'
import { viewContext } from '../views/frame.ts'
import { closedFor, notIn } from './act.ts'
import { acceptedAndAllDone } from './all-done.ts'
import { type Decision, type DecisionContext, nodeEvent, userOf } from './context.ts'

type FileCommand = Extract<SystemCommand, { type: 'file' }>

/** Tells a step what became of a file; also when the step or the session is over, for the upload was begun in time. */
export function heedNews(context: DecisionContext, { nodeId, fileId, userId, news }: FileCommand): Decision {
  if (!findNode(context.state, nodeId)) return reject('unknown_step')
  const { node, type, work } = plannedStep(context.catalog, context.state, nodeId)
  if (!type.files) return reject('wrong_step_type')
  if (!isKeepable(fileId) || !isKeepable(userId)) return reject('malformed')
  const heard = type.files.heed(work, fileId, news, { config: node.data, by: userId })
  if (!heard.ok) return heard
  const theirs: DecisionContext = { ...context, actor: { kind: 'user', id: userId } }
  return acceptedAndAllDone(context, ...heard.events.map((data) => nodeEvent(theirs, nodeId, data)))
}

/** Ids come from a program of ours; still nothing goes into the log that a database cannot hold: NUL, halves of characters. */
const isKeepable = (id: string): boolean => !/[\0\p{Cs}]/u.test(id)

/** What the actor may begin to give at a step now, or why nothing. */
export function fileRules(context: DecisionContext, nodeId: string): ({ readonly ok: true } & FileRules) | Refused {
  const refused = notIn(context)
  if (refused) return refused
  if (!findNode(context.state, nodeId)) return reject('unknown_step')
  const { node, type, work } = plannedStep(context.catalog, context.state, nodeId)
  if (!type.files) return reject('wrong_step_type')
  return closedFor(context, nodeId) ?? type.files.room(work, { config: node.data, by: userOf(context.actor) })
}

/** Whether somebody may look at a file that was given in this session. */
export function seesFile(catalog: NodeCatalog, state: WorkshopState, viewer: FileViewer, fileId: string): boolean {
  return state.work.keySeq().some((nodeId) => {
    const planned = plannedStep(catalog, state, nodeId)
    return planned.type.files?.sees(viewContext(state, planned), fileId, viewer) === true
  })
}
