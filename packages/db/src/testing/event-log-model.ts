import type { StoredAction } from '@humuus/workshop-engine'
import fc from 'fast-check'
import { expect } from 'vitest'
import type { EventLogSubject } from './event-log-subject.ts'

/** What a log holds, in the simplest form that can be right. */
type Model = StoredAction[]
type Subject = EventLogSubject & { session: string }
type Step = fc.AsyncCommand<Model, Subject>

const storableText = fc.string({ unit: 'grapheme' }).map((text) => text.replaceAll('\0', ''))

const someAction = fc.record({
  // Few ids, so that commands are repeated often.
  commandId: fc.option(fc.integer({ min: 1, max: 12 }).map((n) => `command-${n}`)),
  userId: storableText.map((text) => text.slice(0, 40)),
  nodeId: fc.constantFrom('', 'quiz', 'slide'),
  actionType: fc.constantFrom('answered', 'joined'),
  actionData: fc
    .jsonValue({ maxDepth: 3, stringUnit: 'grapheme' })
    .filter((value) => !JSON.stringify(value).includes('\\u0000')),
  at: fc.integer({ min: 0, max: 4_000_000_000_000 }),
})

const append = fc.tuple(fc.array(someAction, { maxLength: 5 }), fc.constantFrom(0, 0, 0, -1, 1)).map(
  ([drafts, offset]): Step => ({
    check: (model) => model.length + offset >= 0,
    run: async (model, { log, session }) => {
      const expected = model.length + offset
      const actions = drafts.map((draft, index) => ({ ...draft, version: expected + index + 1 })) as StoredAction[]
      const result = await log.append(session, expected, actions, { status: 'active', startedAt: 1, completedAt: null })
      expect(result).toEqual(outcome(model, expected, actions))
      if (result.ok) model.push(...(JSON.parse(JSON.stringify(actions)) as StoredAction[]))
    },
    toString: () => `append ${JSON.stringify(drafts)} at head ${offset}`,
  }),
)

const read = fc.tuple(fc.nat(20), fc.option(fc.nat(6), { nil: undefined })).map(
  ([after, limit]): Step => ({
    check: () => true,
    run: async (model, { log, session }) => {
      const end = limit === undefined ? model.length : after + limit
      expect(await log.read(session, after, limit)).toEqual(model.slice(after, end))
      expect(await log.heads([session])).toEqual(new Map([[session, model.length]]))
    },
    toString: () => `read after ${after}, limit ${limit}`,
  }),
)

function outcome(model: Model, expected: number, actions: readonly StoredAction[]) {
  if (expected !== model.length) return { ok: false, reason: 'conflict' }
  const ids = [...model, ...actions].map(({ commandId }) => commandId).filter((id) => id !== null)
  if (new Set(ids).size < ids.length) return { ok: false, reason: 'duplicate_command' }
  return { ok: true, version: expected + actions.length }
}

/** Plays random appends and reads against the log and against a list, and compares. */
export async function eventLogModel(subject: EventLogSubject): Promise<void> {
  await fc.assert(
    fc.asyncProperty(fc.commands([append, append, read], { maxCommands: 30 }), async (steps) => {
      const session = await subject.makeSession()
      await fc.asyncModelRun(() => ({ model: [], real: { ...subject, session } }), steps)
    }),
    { numRuns: 40 },
  )
}
