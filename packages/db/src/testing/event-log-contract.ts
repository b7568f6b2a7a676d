import { randomUUID } from 'node:crypto'
import type { JsonValue, StoredAction } from '@humuus/workshop-engine'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { EventLog, SessionProgress } from '../event-log.ts'
import { UnstorableText } from '../storable.ts'
import { eventLogModel } from './event-log-model.ts'
import type { EventLogSubject } from './event-log-subject.ts'

const active: SessionProgress = { status: 'active', startedAt: 1_795_000_000_123, completedAt: null }

/** `count` actions after `after`, each with its own command. */
function someActions(after: number, count: number, actionData: JsonValue = { choice: 'b' }): StoredAction[] {
  return Array.from({ length: count }, (_, index) => ({
    version: after + index + 1,
    commandId: randomUUID(),
    userId: `user-${index % 7}`,
    nodeId: index % 5 === 0 ? '' : 'quiz-1',
    actionType: 'answered',
    actionData,
    at: 1_795_000_000_000 + index,
  }))
}

/** What every event log promises, whatever it is made of. */
export function eventLogContract(name: string, open: () => Promise<EventLogSubject>): void {
  describe(name, () => {
    let subject: EventLogSubject
    let log: EventLog

    beforeAll(async () => {
      subject = await open()
      log = subject.log
    })
    afterAll(async () => subject[Symbol.asyncDispose]())

    it('gives back what was appended, to the last detail and the millisecond', async () => {
      const session = await subject.makeSession()
      const actions = someActions(0, 3)
      expect(await log.append(session, 0, actions, active)).toEqual({ ok: true, version: 3 })
      expect(await log.read(session, 0)).toEqual(actions)
    })

    it.each<[string, JsonValue]>([
      ['nothing', null],
      ['a bare text', 'ja'],
      ['an empty object', {}],
      ['other scripts, emoji and flags', { text: 'Grüße — 你好 مرحبا 👩🏽‍🏫 🇩🇪', 'ключ 🔑': 'e\u0301' }],
      [
        'quotes, backslashes and control characters',
        { text: '"\\ \\u0000 \\\\u0000 \b\f\n\r\t\u0001\u001f\u007f\u2028' },
      ],
      ['nesting', { a: [[[{ b: [{ c: [null, true, false, [], {}] }] }]]] }],
      ['numbers', [0, -1, 0.1, 1e21, 1.5e300, 5e-324, Number.MAX_SAFE_INTEGER, -Number.MAX_VALUE, 1 / 3]],
      ['names that are special in JavaScript', JSON.parse('{"__proto__": {"a": 1}, "constructor": 2, "": 3}')],
    ])('keeps %s unchanged', async (_, data) => {
      const session = await subject.makeSession()
      await log.append(session, 0, someActions(0, 1, data), active)
      expect((await log.read(session, 0)).map((action) => action.actionData)).toStrictEqual([data])
    })

    it.each<[string, Partial<StoredAction>]>([
      ['a NUL character in the data', { actionData: { deep: ['a\0b'] } }],
      ['a NUL character in a name within the data', { actionData: { 'a\0b': 1 } }],
      ['half a surrogate pair in the data', { actionData: ['\ud83d'] }],
      ['a NUL character in the user id', { userId: 'a\0b' }],
      ['half a surrogate pair in the node id', { nodeId: 'a\udc00b' }],
    ])('throws for %s and writes nothing of the whole append', async (_, unstorable) => {
      const session = await subject.makeSession()
      const [good, bad, last] = someActions(0, 3)
      const actions = [good, { ...bad, ...unstorable }, last] as StoredAction[]
      await expect(log.append(session, 0, actions, active)).rejects.toThrow(UnstorableText)
      expect(await log.read(session, 0)).toEqual([])
      expect(await log.append(session, 0, someActions(0, 1), active)).toEqual({ ok: true, version: 1 })
    })

    it('does not promise an order of members: they come back in that of the database', async () => {
      const session = await subject.makeSession()
      await log.append(session, 0, someActions(0, 1, { bb: 1, a: { é: 1, zz: 2, z: 3 }, B: 3 }), active)
      const [action] = await log.read(session, 0)
      expect(JSON.stringify(action?.actionData)).toBe('{"B":3,"a":{"z":3,"zz":2,"é":1},"bb":1}')
    })

    it('numbers a session without gaps over many appends', async () => {
      const session = await subject.makeSession()
      for (const size of [1, 2, 5, 1]) {
        const head = (await log.heads([session])).get(session) ?? -1
        expect((await log.append(session, head, someActions(head, size), active)).ok).toBe(true)
      }
      expect((await log.read(session, 0)).map(({ version }) => version)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9])
    })

    it('refuses an append after another version than the last, and writes nothing of it', async () => {
      const session = await subject.makeSession()
      await log.append(session, 0, someActions(0, 2), active)
      for (const expected of [0, 1, 3]) {
        const result = await log.append(session, expected, someActions(expected, 1), { ...active, status: 'paused' })
        expect(result).toEqual({ ok: false, reason: 'conflict' })
      }
      expect(await log.read(session, 2)).toEqual([])
      expect(await subject.progressOf(session)).toEqual(active)
    })

    it('lets exactly one of many appends win that start from the same version', async () => {
      const session = await subject.makeSession()
      const results = await Promise.all(
        Array.from({ length: 12 }, () => log.append(session, 0, someActions(0, 3), active)),
      )
      expect(results.filter((result) => result.ok)).toEqual([{ ok: true, version: 3 }])
      expect(results.filter((result) => !result.ok)).toEqual(Array(11).fill({ ok: false, reason: 'conflict' }))
      expect(await log.read(session, 0)).toHaveLength(3)
    })

    it('loses nothing and doubles nothing when many writers try again until they get through', async () => {
      const session = await subject.makeSession()
      const writer = async () => {
        const actions = someActions(0, 2)
        for (;;) {
          const head = (await log.heads([session])).get(session) ?? 0
          const numbered = actions.map((action, index) => ({ ...action, version: head + index + 1 }))
          if ((await log.append(session, head, numbered, active)).ok) return actions.map(({ commandId }) => commandId)
        }
      }
      const written = (await Promise.all(Array.from({ length: 6 }, writer))).flat()
      const stored = await log.read(session, 0)
      expect(stored.map(({ version }) => version)).toEqual(written.map((_, index) => index + 1))
      expect(stored.map(({ commandId }) => commandId).sort()).toEqual(written.sort())
    })

    it('refuses a command that is in the log already, whole and without a trace', async () => {
      const session = await subject.makeSession()
      const [first] = someActions(0, 1)
      await log.append(session, 0, [first as StoredAction], active)
      const again = someActions(1, 3).map((action, index) =>
        index === 1 ? { ...action, commandId: first?.commandId ?? null } : action,
      )
      const refused = await log.append(session, 1, again, { ...active, status: 'paused' })
      expect(refused).toEqual({ ok: false, reason: 'duplicate_command' })
      expect(await log.read(session, 0)).toEqual([first])
      expect(await subject.progressOf(session)).toEqual(active)
      expect(await log.append(session, 1, someActions(1, 1), active)).toEqual({ ok: true, version: 2 })
    })

    it('refuses an append with a command that was refused before, and remembers the first refusal', async () => {
      const session = await subject.makeSession()
      const [action] = someActions(0, 1) as [StoredAction]
      const commandId = action.commandId ?? ''
      const refusal = { commandId, userId: 'ann', rejection: { code: 'paused' as const }, at: 1_795_000_000_000 }
      expect(await log.refuse(session, 0, [refusal])).toBe(true)
      expect(await log.refuse(session, 0, [{ ...refusal, rejection: { code: 'step_closed' } }])).toBe(true)
      expect(await log.refusals(session, [commandId, 'another'])).toEqual([refusal])
      expect(await log.append(session, 0, [action], active)).toEqual({ ok: false, reason: 'duplicate_command' })
      expect(await log.read(session, 0)).toEqual([])
      expect(await log.append(session, 0, [{ ...action, commandId: 'another' }], active)).toEqual({
        ok: true,
        version: 1,
      })
    })

    it('keeps no refusal that was judged at another version', async () => {
      const session = await subject.makeSession()
      const [action] = someActions(0, 1) as [StoredAction]
      const refusal = { commandId: 'late', userId: 'ann', rejection: { code: 'not_joined' as const }, at: 1 }
      await log.append(session, 0, [action], active)
      expect(await log.refuse(session, 0, [refusal])).toBe(false)
      expect(await log.refuse(randomUUID(), 0, [refusal])).toBe(false)
      expect(await log.refusals(session, ['late'])).toEqual([])
      expect(await log.refuse(session, 1, [refusal])).toBe(true)
      expect(await log.refusals(session, ['late'])).toEqual([refusal])
    })

    it('refuses an append in which one command stands twice', async () => {
      const session = await subject.makeSession()
      const twice = someActions(0, 2).map((action) => ({ ...action, commandId: 'same' }))
      expect(await log.append(session, 0, twice, active)).toEqual({ ok: false, reason: 'duplicate_command' })
      expect(await log.read(session, 0)).toEqual([])
    })

    it('takes any number of actions without a command: what a command led to after its first', async () => {
      const session = await subject.makeSession()
      const actions = someActions(0, 4).map((action) => ({ ...action, commandId: null }))
      expect(await log.append(session, 0, actions, active)).toEqual({ ok: true, version: 4 })
      expect(await log.read(session, 0)).toEqual(actions)
    })

    it('keeps sessions apart, also where they know the same command', async () => {
      const [one, other] = [await subject.makeSession(), await subject.makeSession()]
      const actions = someActions(0, 2)
      await log.append(one, 0, actions, active)
      await log.append(other, 0, actions.slice(0, 1), active)
      expect(await log.read(one, 0)).toEqual(actions)
      expect(await log.read(other, 0)).toEqual(actions.slice(0, 1))
    })

    it('gives each of many sessions its own answer, however they come together', async () => {
      const ids = await Promise.all(Array.from({ length: 80 }, () => subject.makeSession()))
      const known = someActions(0, 1)[0] as StoredAction
      await Promise.all(ids.map((id) => log.append(id, 0, [{ ...known }], active)))
      const results = await Promise.all(
        ids.map((id, index) => {
          const [first, ...rest] = someActions(1, 1 + (index % 3)) as [StoredAction, ...StoredAction[]]
          if (index % 10 === 3) return log.append(id, 1, [{ ...first, commandId: known.commandId }, ...rest], active)
          if (index % 10 === 6) return log.append(id, 0, someActions(0, 1), active)
          if (index % 10 === 9) return log.append(randomUUID(), 1, [first, ...rest], active)
          return log.append(id, 1, [first, ...rest], { ...active, startedAt: index })
        }),
      )
      for (const [index, result] of results.entries()) {
        const id = ids[index] ?? ''
        const refused = { 3: 'duplicate_command', 6: 'conflict', 9: 'unknown_session' }[index % 10]
        const version = refused === undefined ? 2 + (index % 3) : 1
        expect(result).toEqual(refused === undefined ? { ok: true, version } : { ok: false, reason: refused })
        expect((await log.read(id, 0)).map((action) => action.version)).toEqual(
          Array.from({ length: version }, (_, place) => place + 1),
        )
        expect(await subject.progressOf(id)).toEqual(refused === undefined ? { ...active, startedAt: index } : active)
      }
    })

    it('with no actions only sets the progress, still after the expected version only', async () => {
      const session = await subject.makeSession()
      const ended = { status: 'ended', startedAt: active.startedAt, completedAt: 1_795_000_999_999 }
      expect(await log.append(session, 0, [], ended)).toEqual({ ok: true, version: 0 })
      expect(await subject.progressOf(session)).toEqual(ended)
      expect(await log.append(session, 1, [], active)).toEqual({ ok: false, reason: 'conflict' })
      expect(await subject.progressOf(session)).toEqual(ended)
    })

    it('throws for actions that do not carry the versions that follow', async () => {
      const session = await subject.makeSession()
      const [first, , third] = someActions(0, 3) as [StoredAction, StoredAction, StoredAction]
      await expect(log.append(session, 0, [first, third], active)).rejects.toThrow('version')
      await expect(log.append(session, 0, someActions(1, 1), active)).rejects.toThrow('version')
      expect(await log.read(session, 0)).toEqual([])
    })

    it.each([randomUUID(), 'no uuid at all', ''])(
      'says of the session "%s", which nobody made, that it is unknown',
      async (id) => {
        const unknown = { ok: false, reason: 'unknown_session' }
        expect(await log.append(id, 0, someActions(0, 1), active)).toEqual(unknown)
        expect(await log.append(id, 0, [], active)).toEqual(unknown)
        expect(await log.read(id, 0)).toEqual([])
        expect(await log.heads([id])).toEqual(new Map())
      },
    )

    it('takes 5,000 actions in one append and gives them back whole, in pages, or from anywhere on', async () => {
      const session = await subject.makeSession()
      const actions = someActions(0, 5_000)
      expect(await log.append(session, 0, actions, active)).toEqual({ ok: true, version: 5_000 })
      await log.append(session, 5_000, someActions(5_000, 3), active)
      const all = await log.read(session, 0)
      expect(all).toHaveLength(5_003)
      expect(all.slice(0, 5_000)).toEqual(actions)

      const paged: StoredAction[] = []
      for (let page = await log.read(session, 0, 700); page.length > 0; ) {
        expect(page.length).toBeLessThanOrEqual(700)
        paged.push(...page)
        page = await log.read(session, paged.length, 700)
      }
      expect(paged).toEqual(all)
      expect(await log.read(session, 4_998)).toEqual(all.slice(4_998))
      expect(await log.read(session, 5_003)).toEqual([])
      expect(await log.read(session, 10, 0)).toEqual([])
    })

    it('names the heads of all known sessions at once', async () => {
      const [empty, full] = [await subject.makeSession(), await subject.makeSession()]
      await log.append(full, 0, someActions(0, 4), active)
      const heads = await log.heads([full, randomUUID(), empty])
      expect([...heads].sort()).toEqual([[empty, 0] as const, [full, 4] as const].sort())
      expect(await log.heads([])).toEqual(new Map())
    })

    it('hands out copies: what a reader does to them changes nothing in the log', async () => {
      const session = await subject.makeSession()
      await log.append(session, 0, someActions(0, 1, { choices: ['a'] }), active)
      const [action] = await log.read(session, 0)
      Object.assign(action?.actionData as object, { choices: ['b'] })
      expect((await log.read(session, 0))[0]?.actionData).toEqual({ choices: ['a'] })
    })

    it('behaves like a plain list in any order of appends and reads', async () => eventLogModel(subject))
  })
}
