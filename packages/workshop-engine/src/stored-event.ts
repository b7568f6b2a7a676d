import { z } from 'zod'
import { type SessionEventType, sessionEventData, type WorkshopEvent } from './event.ts'
import type { JsonValue } from './json.ts'
import { must } from './must.ts'
import type { NodeCatalog } from './node-catalog.ts'
import type { StoredAction } from './stored-action.ts'

type StoredParts = Pick<StoredAction, 'userId' | 'nodeId' | 'actionType' | 'actionData' | 'at'>

const Typed = z.looseObject({ type: z.string() })

/** Event → row: a node type's event is stored as `<node type>.<event>`, so that the log reads by itself. */
export function writeEvent(event: WorkshopEvent): StoredParts {
  const frame = { userId: event.by, nodeId: event.nodeId, at: event.at }
  if (event.type !== 'node') return { ...frame, actionType: event.type, actionData: event.data as JsonValue }
  const { type, ...data } = Typed.parse(event.data)
  return { ...frame, actionType: `${event.node}.${type}`, actionData: data as JsonValue }
}

/** Row → event. A row that no version of this engine wrote is a broken log: it throws. */
export function readEvent(catalog: NodeCatalog, action: StoredAction): WorkshopEvent {
  const frame = { by: action.userId, at: action.at, nodeId: action.nodeId }
  const [node, type] = action.actionType.split('.')
  if (type === undefined) return { ...frame, ...readSessionEvent(action) } as WorkshopEvent
  const schema = must(catalog.get(node ?? ''), `node type ${node} is registered`).event
  const data = schema.parse({ ...(action.actionData as object), type })
  return { ...frame, type: 'node', node: node ?? '', data }
}

function readSessionEvent({ actionType, actionData }: StoredAction) {
  if (!isSessionEventType(actionType)) throw new Error(`unknown event in the log: ${actionType}`)
  return { type: actionType, data: sessionEventData[actionType].parse(actionData) }
}

const isSessionEventType = (type: string): type is SessionEventType => Object.hasOwn(sessionEventData, type)
