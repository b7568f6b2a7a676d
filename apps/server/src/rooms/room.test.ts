import { randomUUID } from 'node:crypto'
import { type LiveMessage, type LiveState, merge, type Viewer } from '@humuus/api'
import { engine, type HumuusCommand } from '@humuus/workshop-engine'
import { describe, expect, test } from 'vitest'
import { from, host, roomBench, take } from '../testing/room-bench.ts'

const ann: Viewer = { role: 'participant', userId: 'ann' }
const vote = (choice: number) =>
  ({ type: 'act', nodeId: 'colour', node: 'poll', act: { type: 'vote', choice: [choice] } }) satisfies HumuusCommand

async function running(...args: Parameters<typeof roomBench>) {
  const bench = await roomBench(...args)
  await bench.send(host, { type: 'open_lobby' })
  await bench.send('ann', { type: 'join', name: 'Ann' })
  await bench.send('ben', { type: 'join', name: 'Ben' })
  await bench.send(host, { type: 'start' })
  return bench
}

const mergeAll = (messages: readonly LiveMessage[]) =>
  messages.reduce<LiveState | null>((state, message) => merge(state, message), null)

describe('commands', () => {
  test('a command sent ten times is in the log once and answered the same each time', async () => {
    const { room, log, send } = await running()
    const commandId = randomUUID()
    const answers = await Promise.all(Array.from({ length: 10 }, () => send('ann', vote(1), commandId)))
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1)
    const stored = await log.read(room.id, 0)
    expect(stored.filter((action) => action.commandId === commandId)).toHaveLength(1)
  })

  test('a command id is remembered after the server restarted', async () => {
    const bench = await running()
    const commandId = randomUUID()
    const first = await bench.send('ann', vote(0), commandId)
    const restarted = await bench.another()
    const again = await restarted.submit({ commandId, actor: { kind: 'user', id: 'ann' }, command: vote(1) })
    expect(again).toEqual(first)
    expect(restarted.head.version).toBe(bench.room.head.version)
  })

  test('a command that changed nothing is remembered, too: sent again after a newer one, it does not undo that', async () => {
    const bench = await running()
    const repeated = randomUUID()
    await bench.send('ann', vote(0))
    const first = await bench.send('ann', vote(0), repeated)
    await bench.send('ann', vote(1))
    for (const room of [bench.room, await bench.another()]) {
      const again = await room.submit({ commandId: repeated, actor: { kind: 'user', id: 'ann' }, command: vote(0) })
      expect(again).toEqual(first)
      expect(engine.ownView(room.head.state, 'ann')?.step).toMatchObject({ choice: [1] })
    }
  })

  test('a refusal is answered the same when the command comes again', async () => {
    const { send } = await running()
    const commandId = randomUUID()
    const early = await send('zoe', vote(0), commandId)
    await send('zoe', { type: 'join', name: 'Zoe' })
    expect(await send('zoe', vote(0), commandId)).toEqual(early)
    expect(early).toMatchObject({ ok: false, rejection: { code: 'not_joined' } })
  })

  test('a refusal is judged at the head of the log, also where another server wrote a moment ago', async () => {
    const bench = await running()
    const other = await bench.another()
    await bench.send('zoe', { type: 'join', name: 'Zoe' })
    const late = { commandId: randomUUID(), actor: { kind: 'user', id: 'zoe' }, command: vote(0) } as const
    expect(await other.submit(late)).toMatchObject({ ok: true })
    const stored = await bench.log.read(bench.room.id, 0)
    expect(stored.filter(({ commandId }) => commandId === late.commandId)).toHaveLength(1)
    expect(await bench.log.refusals(bench.room.id, [late.commandId])).toEqual([])
  })

  test('what arrives while an append is in flight is the next batch', async () => {
    const sizes: number[] = []
    const { send } = await running((log) => ({
      ...log,
      append: (id, version, actions, progress) => {
        sizes.push(actions.length)
        return log.append(id, version, actions, progress)
      },
    }))
    await new Promise((resolve) => setImmediate(resolve))
    sizes.length = 0
    await Promise.all(['ann', 'ben', 'ann', 'ben'].map((who, index) => send(who, vote(index < 2 ? 0 : 1))))
    expect(sizes).toEqual([1, 3])
  })

  test('an answer that waited behind an append counts from when it came in, not from when it was judged', async () => {
    const bench = await running()
    const [, late] = await Promise.all([bench.send('ben', vote(0)), bench.send('ann', vote(1))])
    expect(late.ok).toBe(true)
    bench.now += 60_001
    expect(await bench.send('ann', vote(0))).toMatchObject({ rejection: { code: 'step_closed' } })
  })
})

describe('two servers', () => {
  test('the one that lost the race reads what came first and is judged after it', async () => {
    const bench = await running()
    const other = await bench.another()
    const next = { type: 'next', from: 'colour' } as const
    const results = await Promise.all([
      bench.room.submit({ commandId: randomUUID(), actor: { kind: 'user', id: host }, command: next }),
      other.submit({ commandId: randomUUID(), actor: { kind: 'user', id: host }, command: next }),
    ])
    expect(results.filter((result) => result.ok)).toHaveLength(1)
    expect(results.find((result) => !result.ok)).toMatchObject({ rejection: { code: 'session_over' } })
  })

  test('a room hears of versions written elsewhere and shows them to its subscribers', async () => {
    const bench = await running()
    const other = await bench.another()
    const abort = new AbortController()
    const messages = take(bench.room.live(ann, from(null), abort.signal), 2)
    await other.submit({ commandId: randomUUID(), actor: { kind: 'user', id: 'ann' }, command: vote(1) })
    bench.room.heardOf(other.head.version)
    const state = mergeAll(await messages)
    abort.abort()
    expect(state).toMatchObject({ own: { step: { choice: [1] } } })
  })
})

describe('an uncertain log', () => {
  test('an append that reached the log but was not answered is neither lost nor doubled', async () => {
    let broken = false
    const bench = await running((log) => ({
      ...log,
      append: async (id, version, actions, progress) => {
        const result = await log.append(id, version, actions, progress)
        if (broken) throw new Error('connection lost after commit')
        return result
      },
    }))
    broken = true
    const commandId = randomUUID()
    expect(await bench.send('ann', vote(1), commandId)).toMatchObject({ rejection: { code: 'unavailable' } })
    broken = false
    expect(await bench.send('ann', vote(1), commandId)).toMatchObject({ ok: true })
    const stored = await bench.log.read(bench.room.id, 0)
    expect(stored.filter((action) => action.commandId === commandId)).toHaveLength(1)
    expect(bench.errors).toHaveLength(1)
  })

  test('while the log is away nothing is acknowledged, and afterwards all goes on', async () => {
    let away = false
    const bench = await running((log) => ({
      ...log,
      append: async (...args) => {
        if (away) throw new Error('no database')
        return log.append(...args)
      },
      read: async (...args) => {
        if (away) throw new Error('no database')
        return log.read(...args)
      },
    }))
    away = true
    const answers = await Promise.all([
      bench.send('ann', vote(0)),
      bench.send('ben', vote(0)),
      bench.send('ann', vote(1)),
    ])
    expect(answers.every((answer) => !answer.ok && answer.rejection.code === 'unavailable')).toBe(true)
    away = false
    expect(await bench.send('ann', vote(1))).toMatchObject({ ok: true })
  })
})

describe('subscribers', () => {
  test('the first look is everything, then come changes that lead to the same view', async () => {
    const bench = await running()
    const abort = new AbortController()
    const messages = take(bench.room.live(ann, from(null), abort.signal), 2)
    await bench.send('ann', vote(1))
    const [first, second] = await messages
    abort.abort()
    expect([first?.kind, second?.kind]).toEqual(['snapshot', 'delta'])
    expect(mergeAll([first, second].filter((message) => message !== undefined))).toEqual({
      version: bench.room.head.version,
      shared: engine.sharedView(bench.room.head.state, 'participant'),
      own: engine.ownView(bench.room.head.state, 'ann'),
    })
  })

  test('somebody who returns with a version gets the change since then, from memory or rebuilt from the log', async () => {
    const bench = await running()
    const since = bench.room.head.version
    const [before] = await take(bench.room.live(ann, from(null), new AbortController().signal), 1)
    await bench.send('ben', vote(0))
    await bench.send(host, { type: 'close', nodeId: 'colour' })
    for (const room of [bench.room, await bench.another()]) {
      const [message] = await take(room.live(ann, from(since), new AbortController().signal), 1)
      expect(message).toMatchObject({ kind: 'delta', from: since, version: room.head.version })
      const merged = mergeAll([before, message].filter((one) => one !== undefined))
      expect(merged?.shared).toEqual(engine.sharedView(room.head.state, 'participant'))
    }
  })

  test('what a viewer cannot see does not break the chain: every change begins where the last message ended', async () => {
    const bench = await running()
    const abort = new AbortController()
    const seen: LiveMessage[] = []
    const since = bench.room.head.version
    await bench.send('ben', vote(0))
    const watching = (async () => {
      for await (const message of bench.room.live(ann, from(since), abort.signal)) seen.push(message)
    })()
    for (let round = 0; round < 4; round++) {
      await bench.send('ben', vote(round % 2))
      await new Promise((resolve) => setTimeout(resolve, 60))
      await bench.send('ann', vote(round % 2))
      await new Promise((resolve) => setTimeout(resolve, 60))
    }
    abort.abort()
    await watching
    expect(seen.length).toBeGreaterThan(1)
    let version = since
    for (const message of seen) {
      expect(message).toMatchObject({ kind: 'delta', from: version })
      version = message.version
    }
  })

  test('a version from the future is answered with everything', async () => {
    const { room } = await running()
    const [message] = await take(room.live(ann, from(9_999), new AbortController().signal), 1)
    expect(message).toMatchObject({ kind: 'snapshot', version: room.head.version })
  })

  test('a kicked person sees that, and nothing after it', async () => {
    const bench = await running()
    const seen: LiveMessage[] = []
    const watching = (async () => {
      for await (const message of bench.room.live(ann, from(null), new AbortController().signal)) seen.push(message)
    })()
    await new Promise((resolve) => setImmediate(resolve))
    await bench.send(host, { type: 'kick', participantId: 'ann', mayReturn: false })
    await watching
    expect(mergeAll(seen)).toMatchObject({ own: { standing: 'kicked' } })
  })

  test('two hundred votes do not wake a subscriber two hundred times', async () => {
    const bench = await running()
    const abort = new AbortController()
    const seen: LiveMessage[] = []
    const watching = (async () => {
      for await (const message of bench.room.live({ role: 'host', userId: host }, from(null), abort.signal))
        seen.push(message)
    })()
    for (let index = 0; index < 200; index++) await bench.send('ann', vote(index % 2))
    await new Promise((resolve) => setTimeout(resolve, 80))
    abort.abort()
    await watching
    expect(seen.length).toBeLessThan(60)
    expect(mergeAll(seen)?.shared).toEqual(engine.sharedView(bench.room.head.state, 'host'))
  })
})

describe('everybody at once', () => {
  test('ten thousand come back in one moment: each gets its change, and a vote is taken long before the last of them', async () => {
    const bench = await running()
    const since = bench.room.head.version
    await bench.send('ben', vote(0))
    await bench.send(host, { type: 'close', nodeId: 'colour' })
    await bench.send(host, { type: 'reopen', nodeId: 'colour' })
    const abort = new AbortController()
    let served = 0
    const returning = Array.from({ length: 10_000 }, async () => {
      const [message] = await take(bench.room.live({ role: 'screen' }, from(since), abort.signal), 1)
      served++
      return message
    })
    await new Promise((resolve) => setImmediate(resolve))
    expect(await bench.send('ann', vote(1))).toMatchObject({ ok: true })
    expect(served).toBeLessThan(1_000)
    const messages = await Promise.all(returning)
    expect(messages.every((message) => message?.kind === 'delta' && message.from === since)).toBe(true)
    abort.abort()
  })
})

describe('deadlines', () => {
  test('a tick is asked for when a clock starts and when it moves', async () => {
    const bench = await running()
    expect(bench.scheduled).toEqual([1_062_000])
    await bench.send(host, { type: 'extend', nodeId: 'colour', seconds: 30 })
    expect(bench.scheduled).toEqual([1_062_000, 1_092_000])
  })

  test('a room that is opened again asks for the tick of its running clock', async () => {
    const bench = await running()
    bench.scheduled.length = 0
    await bench.another()
    expect(bench.scheduled).toEqual([1_062_000])
  })
})
