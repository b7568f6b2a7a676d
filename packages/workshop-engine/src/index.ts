import { createEngine } from './engine.ts'
import { nodeTypes } from './registry.ts'

export type { ActCommand, Actor, Command, FacilitatorCommand, PersonCommand, SystemCommand } from './command.ts'
export { undoWindow } from './decide/course.ts'
export { applyDelta, type Delta, delta } from './delta.ts'
export { type ClientCommand, createEngine, type Engine, type EngineDecision, type Role, type Views } from './engine.ts'
export { systemUser, type WorkshopEvent } from './event.ts'
export { type FileKind, type FileNews, type FileRules, type FileViewer, fileKinds } from './file-news.ts'
export { answerGrace } from './grace.ts'
export type { JsonValue } from './json.ts'
export { must } from './must.ts'
export { cleanName, maxNameLength } from './name.ts'
export { namingActions, renamedInLog } from './names-in-log.ts'
export { type AnyNodeType, defineNodeType, type KeptFile, type NodeType, type ParticipantId } from './node-type.ts'
export { isOver, type SessionPhase, type StepPhase, sessionPhases } from './phase.ts'
export type { PlanNode, WorkshopPlan } from './plan.ts'
export { nodeTypes } from './registry.ts'
export { type Refused, type Rejection, type RejectionCode, reject, rejectionCodes } from './rejection.ts'
export type { Report, ReportPerson, ReportStep } from './report.ts'
export {
  type CommandType,
  commandRights,
  mayGive,
  type SessionRole,
  type Speaker,
  sessionRoles,
} from './rights.ts'
export type { SessionStart, WorkshopState } from './state.ts'
export type { StoredAction } from './stored-action.ts'
export { unreachable } from './unreachable.ts'
export type { ConflictCard } from './views/conflicts.ts'
export type { AgendaItem, PrimaryAction } from './views/host.ts'
export type { HostPerson } from './views/host-people.ts'
export type { KeptAnswer } from './views/own.ts'

/** The engine with every node type of humuus. */
export const engine = createEngine(nodeTypes)
type Humuus = typeof nodeTypes

/** What each role sees of a humuus session, closed over its node types. */
export type HumuusViews = import('./engine.ts').Views<Humuus>
/** Everything a client may send to a humuus session. */
export type HumuusCommand = import('./engine.ts').ClientCommand<Humuus>
