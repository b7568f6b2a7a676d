import { randomUUID } from 'node:crypto'
import { beatMs } from '@humuus/api/wire'
import { describe, expect, test, vi } from 'vitest'
import { smallWorld } from '../test/small-server.ts'
import { connect, newDevice, pause, rejectionOf } from './index.ts'
import { FlakyLink } from './testing/index.ts'

const soon = 5_000

describe('signing in', () => {
  test('a device that comes back is the same person', async () => {
    await using world = await smallWorld()
    const device = newDevice()
    const first = await world.connect({ device })
    const again = await world.connect({ device, transport: 'http' })
    expect(again.userId).toBe(first.userId)
    expect((await world.connect()).userId).not.toBe(first.userId)
  })

  test('a wrong secret is refused with the reason, at once', async () => {
    await using world = await smallWorld()
    const { deviceId } = world.facilitator.device
    const thief = connect({ url: world.url, device: { ...newDevice(), deviceId } })
    expect(rejectionOf(await thief.catch((error: unknown) => error))).toEqual({ code: 'not_allowed' })
  })

  test('a server that is not there is reported within the given time', async () => {
    await using world = await smallWorld()
    await using link = await FlakyLink.open({ target: world.url, seed: 1 })
    link.block(60_000)
    await expect(connect({ url: link.url, withinMs: 300 })).rejects.toThrow('cannot be reached')
    await expect(connect({ url: 'ftp://example.org' })).rejects.toThrow('http://')
  })
})

describe('the server’s clock', () => {
  test('is read when a client connects, however far this machine is off', async () => {
    await using world = await smallWorld()
    world.room.clockAhead = 3_600_000
    const ada = await world.connect()
    await ada.clockIsRead
    expect(Math.abs(ada.now() - Date.now() - 3_600_000)).toBeLessThan(100)
  })

  test('tells when a command was given: the same time, however often it is sent', async () => {
    await using world = await smallWorld()
    const { sessionId, room } = world
    room.clockAhead = -60_000
    const ada = await world.connect()
    await ada.clockIsRead
    room.unavailable = 2
    const given = Date.now() - 60_000
    await ada.send(sessionId, { type: 'start' })
    expect(new Set(room.givenAt).size).toBe(1)
    expect(room.givenAt).toHaveLength(3)
    expect(Math.abs((room.givenAt[0] ?? 0) - given)).toBeLessThan(100)
  })

  test('is not told with a command whose sender says nothing, or something else', async () => {
    await using world = await smallWorld()
    const { sessionId, facilitator, room } = world
    await facilitator.clockIsRead
    await facilitator.send(sessionId, { type: 'open_lobby' }, { givenAt: null })
    await facilitator.send(sessionId, { type: 'start' }, { givenAt: 1_767_258_000_000 })
    expect(room.givenAt).toEqual([null, 1_767_258_000_000])
  })

  test('is read as soon as there is a connection', async () => {
    await using world = await smallWorld()
    await using link = await FlakyLink.open({ target: world.url, seed: 1 })
    const ada = await world.connect({ url: link.url })
    link.block(300)
    await ada.clockIsRead
    expect(Math.abs(ada.now() - Date.now())).toBeLessThan(100)
  })

  test('is not waited for by whoever closes', async () => {
    await using world = await smallWorld()
    await using link = await FlakyLink.open({ target: world.url, seed: 1 })
    const ada = await world.connect({ url: link.url })
    link.block(60_000)
    await ada.close()
    await ada.clockIsRead
  })
})

describe.each(['websocket', 'http'] as const)('over %s', (transport) => {
  test('people join by code, answer, and see what becomes of it', async () => {
    await using world = await smallWorld()
    const { sessionId, code, facilitator } = world
    await facilitator.send(sessionId, { type: 'open_lobby' })
    const ada = await world.connect({ transport })
    expect(await ada.join(code, 'Ada')).toMatchObject({ ok: true, sessionId })
    const view = ada.watch({ sessionId, role: 'participant' })
    await view.until(({ own }) => own.name === 'Ada', soon)

    await facilitator.send(sessionId, { type: 'start' })
    await view.until(({ shared }) => shared.step?.content.type === 'poll', soon)
    const vote = await ada.send(sessionId, {
      type: 'act',
      nodeId: 'mood',
      node: 'poll',
      act: { type: 'vote', choice: [1] },
    })
    expect(vote).toEqual({ ok: true, version: world.room.version })
    const { own } = await view.until(({ own }) => own.step?.type === 'poll' && own.step.choice !== null, soon)
    expect(own.step).toEqual({ type: 'poll', choice: [1] })
  })

  test('a screen with the key looks on; one with another is refused for good', async () => {
    await using world = await smallWorld()
    const { sessionId, screenKey } = world
    const visitor = await world.connect({ transport })
    const screen = visitor.watch({ sessionId, role: 'screen', screenKey })
    await screen.until(({ shared }) => shared.title === 'Two questions', soon)

    const stranger = visitor.watch({ sessionId, role: 'screen', screenKey: 'guessed' })
    await expect(stranger.until(() => true, soon)).rejects.toThrow('not_allowed')
    expect(stranger.rejection).toEqual({ code: 'not_allowed' })
    expect(stranger.state).toBeNull()
  })

  test('after a cut connection the view goes on from its cursor', async () => {
    await using world = await smallWorld()
    const { sessionId, facilitator, room } = world
    const host = await world.connect({ device: facilitator.device, transport })
    const view = host.watch({ sessionId, role: 'host' })
    const { version } = await view.until(() => true, soon)

    view.drop()
    await facilitator.send(sessionId, { type: 'open_lobby' })
    await view.until(({ shared }) => shared.phase === 'lobby', soon)
    expect(room.cursors).toEqual([null, version])
  })

  test('a change that was made for something else is answered by starting afresh', async () => {
    await using world = await smallWorld()
    const { sessionId, facilitator, room } = world
    const host = await world.connect({ device: facilitator.device, transport })
    const view = host.watch({ sessionId, role: 'host' })
    await view.until(() => true, soon)

    room.misfit = true
    await facilitator.send(sessionId, { type: 'open_lobby' })
    const { shared } = await view.until(({ shared }) => shared.phase === 'lobby', soon)
    expect(room.cursors).toEqual([null, null])
    expect(shared.agenda).toHaveLength(2)
  })

  test('a subscription that the server ends without a word is asked for again', async () => {
    await using world = await smallWorld()
    const { sessionId, facilitator, room } = world
    const host = await world.connect({ device: facilitator.device, transport })
    const view = host.watch({ sessionId, role: 'host' })
    await view.until(() => true, soon)

    room.endSubscriptions()
    await facilitator.send(sessionId, { type: 'open_lobby' })
    await view.until(({ shared }) => shared.phase === 'lobby', soon)
    expect(room.cursors.length).toBeGreaterThan(1)
  })

  test('a command is sent again with its id until it is answered, and applied once', async () => {
    await using world = await smallWorld()
    const { sessionId, facilitator, room } = world
    const host = await world.connect({ device: facilitator.device, transport })
    room.unavailable = 2
    const commandId = randomUUID()
    const result = await host.send(sessionId, { type: 'open_lobby' }, { commandId })
    expect(result).toEqual({ ok: true, version: 1 })
    expect(room.received).toEqual([commandId, commandId, commandId])
    expect(room.version).toBe(1)
  })

  test('a refusal is a value, and is not asked for again', async () => {
    await using world = await smallWorld()
    const { sessionId, room } = world
    const ada = await world.connect({ transport })
    expect(await ada.send(sessionId, { type: 'start' })).toEqual({ ok: false, rejection: { code: 'not_allowed' } })
    expect(await ada.join('999999', 'Ada')).toEqual({ ok: false, rejection: { code: 'unknown_code' } })
    expect(room.received).toHaveLength(1)
  })

  test('what stays unanswered is said to be open, when its time is over', async () => {
    await using world = await smallWorld()
    const { sessionId, facilitator, room } = world
    const host = await world.connect({ device: facilitator.device, transport })
    room.unavailable = Number.POSITIVE_INFINITY
    const result = await host.send(sessionId, { type: 'open_lobby' }, { withinMs: 400 })
    expect(result).toEqual({ ok: false, rejection: { code: 'unavailable' } })
  })

  test('a client watches as one page, however often it watches, and another one is another page', async () => {
    await using world = await smallWorld()
    const { sessionId, facilitator, room } = world
    const host = await world.connect({ device: facilitator.device, transport })
    await host.watch({ sessionId, role: 'host' }).until(() => true, soon)
    await host.watch({ sessionId, role: 'screen' }).until(() => true, soon)
    await facilitator.watch({ sessionId, role: 'host' }).until(() => true, soon)
    const [first, second, other] = room.watching.map(({ page }) => page)
    expect(second).toBe(first)
    expect(other).not.toBe(first)
  })

  test('whoever went on with another client is told, and does not come back by itself', async () => {
    await using world = await smallWorld()
    const { sessionId, facilitator, room } = world
    const host = await world.connect({ device: facilitator.device, transport })
    const view = host.watch({ sessionId, role: 'host' })
    await view.until(() => true, soon)
    room.isTakenOver = true
    const waiting = view.until(({ shared }) => shared.phase === 'lobby', soon)
    await Promise.all([
      facilitator.send(sessionId, { type: 'open_lobby' }),
      expect(waiting).rejects.toThrow('taken_over'),
    ])
    expect(view.rejection).toEqual({ code: 'taken_over' })
    expect(room.cursors).toHaveLength(1)
  })

  test('what was acknowledged and what was refused is reported, each command once', async () => {
    await using world = await smallWorld()
    const { sessionId, facilitator, room } = world
    const host = await world.connect({ device: facilitator.device, transport })
    const [taken, refused] = [randomUUID(), randomUUID()]
    await host.send(sessionId, { type: 'open_lobby' }, { commandId: taken })
    await host.send(sessionId, { type: 'open_lobby' }, { commandId: taken })
    await host.send(sessionId, { type: 'next', from: 'mood' }, { commandId: refused })
    await host.reportReceipts(sessionId)
    expect(room.reports).toMatchObject([{ issued: 2, waiting: 0, acknowledged: [taken], refused: [refused] }])
    expect(room.reports[0]).toMatchObject({ sessionId, userId: facilitator.userId })
    await host.reportReceipts(sessionId)
    await host.close()
    expect(room.reports).toHaveLength(1)
  })

  test('receipts that could not be reported are reported on closing, and hinder no command', async () => {
    await using world = await smallWorld()
    const { sessionId, facilitator, room } = world
    const host = await world.connect({ device: facilitator.device, transport })
    const commandId = randomUUID()
    room.isDeaf = true
    expect(await host.send(sessionId, { type: 'open_lobby' }, { commandId })).toMatchObject({ ok: true })
    await host.reportReceipts(sessionId)
    expect(room.reports).toEqual([])
    room.isDeaf = false
    await host.close()
    expect(room.reports).toMatchObject([{ issued: 1, acknowledged: [commandId] }])
  })

  test('a command without an answer is reported as waiting', async () => {
    await using world = await smallWorld()
    const { sessionId, facilitator, room } = world
    const host = await world.connect({ device: facilitator.device, transport })
    room.unavailable = Number.POSITIVE_INFINITY
    await host.send(sessionId, { type: 'open_lobby' }, { withinMs: 300 })
    await host.reportReceipts(sessionId)
    expect(room.reports).toMatchObject([{ issued: 1, waiting: 1, acknowledged: [], refused: [] }])
  })

  test('closing gives up what is under way', async () => {
    await using world = await smallWorld()
    const { sessionId, facilitator, room } = world
    const host = await world.connect({ device: facilitator.device, transport })
    room.unavailable = Number.POSITIVE_INFINITY
    const view = host.watch({ sessionId, role: 'host' })
    const waiting = view.until(({ shared }) => shared.phase === 'completed', 60_000)
    const sending = host.send(sessionId, { type: 'open_lobby' }, { withinMs: 60_000 })
    await Promise.all([host.close(), expect(waiting).rejects.toThrow('closed')])
    expect(await sending).toMatchObject({ ok: false })
  })
})

test('over an event stream a view says every few seconds that it is there, until it is closed; over a socket that is not needed', async () => {
  await using world = await smallWorld()
  const { sessionId, facilitator, room } = world
  const [streaming, connected] = await Promise.all(
    (['http', 'websocket'] as const).map((transport) => world.connect({ device: facilitator.device, transport })),
  )
  const view = streaming?.watch({ sessionId, role: 'host' })
  await view?.until(() => true, soon)
  await connected?.watch({ sessionId, role: 'host' }).until(() => true, soon)
  expect(room.watching.map(({ beats }) => beats)).toEqual([true, false])
  await vi.waitFor(() => expect(room.beats.length).toBeGreaterThan(1), { timeout: 3 * beatMs })
  expect(new Set(room.beats)).toEqual(new Set([room.watching[0]?.page]))
  view?.close()
  const { length } = room.beats
  await pause(1.5 * beatMs)
  expect(room.beats).toHaveLength(length)
})
