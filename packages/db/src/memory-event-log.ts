import type { JsonValue, StoredAction } from '@humuus/workshop-engine'
import { insistOnConsecutive } from './consecutive.ts'
import type { EventLog, Refusal, SessionProgress } from './event-log.ts'
import { insistOnStorable, storableJson } from './storable.ts'

export interface MemoryEventLog extends EventLog {
  /** Makes an empty log for a session. */
  addSession(sessionId: string): void
  /** What the last append said; null for a session that has none or is unknown. */
  progressOf(sessionId: string): SessionProgress | null
}

interface Session {
  readonly actions: StoredAction[]
  readonly commandIds: Set<string>
  readonly refusals: Map<string, Refusal>
  progress: SessionProgress | null
}

/** The log's twin without a database: the same promises, held by the same contract; forgotten with the process. */
export function memoryEventLog(): MemoryEventLog {
  const sessions = new Map<string, Session>()
  return {
    addSession: (sessionId) => {
      sessions.set(sessionId, { actions: [], commandIds: new Set(), refusals: new Map(), progress: null })
    },
    progressOf: (sessionId) => sessions.get(sessionId)?.progress ?? null,

    append: async (sessionId, expectedVersion, actions, progress) => {
      insistOnConsecutive(expectedVersion, actions)
      const stored = actions.map(asStored)
      const session = sessions.get(sessionId)
      if (session === undefined) return { ok: false, reason: 'unknown_session' }
      if (session.actions.length !== expectedVersion) return { ok: false, reason: 'conflict' }

      const commandIds = actions.map((action) => action.commandId).filter((id) => id !== null)
      const isRepeated =
        new Set(commandIds).size < commandIds.length ||
        commandIds.some((id) => session.commandIds.has(id) || session.refusals.has(id))
      if (isRepeated) return { ok: false, reason: 'duplicate_command' }

      for (const id of commandIds) session.commandIds.add(id)
      for (const action of stored) session.actions.push(action)
      session.progress = { ...progress }
      return { ok: true, version: session.actions.length }
    },

    refuse: async (sessionId, version, refusals) => {
      const session = sessions.get(sessionId)
      if (session?.actions.length !== version) return false
      for (const refusal of refusals) {
        if (!session.refusals.has(refusal.commandId)) session.refusals.set(refusal.commandId, refusal)
      }
      return true
    },

    refusals: async (sessionId, commandIds) =>
      commandIds.flatMap((id) => sessions.get(sessionId)?.refusals.get(id) ?? []),

    read: async (sessionId, afterVersion, limit = Number.POSITIVE_INFINITY) => {
      const actions = sessions.get(sessionId)?.actions ?? []
      return actions.slice(afterVersion, afterVersion + limit).map((action) => structuredClone(action))
    },

    heads: async (sessionIds) => {
      const known = new Map<string, number>()
      for (const id of sessionIds) {
        const session = sessions.get(id)
        if (session !== undefined) known.set(id, session.actions.length)
      }
      return known
    },
  }
}

function asStored(action: StoredAction): StoredAction {
  insistOnStorable(action)
  return { ...action, actionData: inColumnOrder(JSON.parse(storableJson(action.actionData)) as JsonValue) }
}

/** `jsonb` orders an object's members by the length of their names, then by bytes: nobody may rely on another order. */
function inColumnOrder(value: JsonValue): JsonValue {
  if (value === null || typeof value !== 'object') return value
  if (Array.isArray(value)) return value.map(inColumnOrder)
  const members = Object.entries(value).map(([name, member]) => ({ name: Buffer.from(name), member }))
  members.sort((a, b) => a.name.length - b.name.length || a.name.compare(b.name))
  return Object.fromEntries(members.map(({ name, member }) => [name.toString(), inColumnOrder(member)]))
}
