import { describe, expect, it } from 'vitest'
import { memoryOutbox } from './memory-outbox.ts'
import { eventually, mapStorage, startWorld } from './testing/world.ts'

const rename = (name: string) => ({ type: 'rename', participantId: 'me', name }) as const

describe('sending commands', () => {
  it('answers with the version at which a command is in the log', async () => {
    await using world = await startWorld()
    const queue = world.phone().live.commands.of('s')
    await expect(queue.send(rename('Ann'))).resolves.toEqual({ ok: true, version: 2 })
    expect(queue.get()).toMatchObject([{ state: 'saved', rejection: null }])
  })

  it('keeps a command while there is no network, says so, and sends it when the network is back', async () => {
    await using world = await startWorld()
    const phone = world.phone()
    const following = phone.follow()
    await eventually(() => following.state().seen !== null)
    world.proxy.weather.isDown = true
    world.proxy.cut()
    await eventually(() => phone.live.uplink.line.get() === 'down')
    const queue = phone.live.commands.of('s')
    const answer = queue.send(rename('Ann'))
    await eventually(() => queue.get()[0]?.state === 'waiting')
    expect(phone.live.commands.pending.get()).toBe(1)
    world.proxy.weather.isDown = false
    await expect(answer).resolves.toEqual({ ok: true, version: 2 })
    expect(world.server.deliveries).toHaveLength(1)
    expect(phone.live.commands.pending.get()).toBe(0)
  })

  it('counts a command once whose answer was lost: it is sent again with the same id', async () => {
    await using world = await startWorld()
    const phone = world.phone()
    const following = phone.follow()
    await eventually(() => following.state().seen !== null)
    world.proxy.weather.isMute = { up: false, down: true }
    const answer = phone.live.commands.of('s').send(rename('Ann'))
    await eventually(() => world.server.deliveries.length === 1)
    world.proxy.cut()
    world.proxy.weather.isMute = { up: false, down: false }
    await expect(answer).resolves.toEqual({ ok: true, version: 2 })
    const ids = world.server.deliveries.map(({ commandId }) => commandId)
    expect(ids.length).toBeGreaterThan(1)
    expect(new Set(ids).size).toBe(1)
    expect(world.server.picture().answers).toEqual(['Ann'])
  })

  it('tells when a command was given: the same time however late it is sent', async () => {
    await using world = await startWorld()
    world.server.whims.clockAhead = 60_000
    const phone = world.phone()
    await phone.live.clock.ensure()
    world.server.whims.refusals = [{ code: 'unavailable' }, { code: 'unavailable' }]
    const given = Date.now() + 60_000
    await phone.live.commands.of('s').send(rename('Ann'))
    const times = world.server.deliveries.map(({ givenAt }) => givenAt ?? 0)
    expect(times).toHaveLength(3)
    expect(new Set(times).size).toBe(1)
    expect(Math.abs((times[0] ?? 0) - given)).toBeLessThan(50)
  })

  it('tells no time that it does not know', async () => {
    await using world = await startWorld()
    await world.phone().live.commands.of('s').send(rename('Ann'))
    expect(world.server.deliveries).toMatchObject([{ givenAt: null }])
  })

  it('counts every command once, in order, over a connection that drops again and again', async () => {
    await using world = await startWorld()
    const phone = world.phone()
    phone.follow()
    const queue = phone.live.commands.of('s')
    const names = Array.from({ length: 30 }, (_, index) => `name ${index}`)
    // Cut while an answer is on its way back, after every third command that got through.
    let cuts = 0
    const weather = setInterval(() => {
      if (world.server.deliveries.length < (cuts + 1) * 3) return
      cuts++
      world.proxy.cut()
    }, 1)
    world.proxy.weather.delayMs = 3
    const answers = await Promise.all(names.map((name) => queue.send(rename(name))))
    clearInterval(weather)
    expect(cuts).toBeGreaterThan(5)
    expect(world.server.deliveries.length).toBeGreaterThan(names.length)
    expect(world.server.picture().answers).toEqual(names)
    expect(answers.every(({ ok }) => ok)).toBe(true)
  })

  it('takes "unavailable" for no answer', async () => {
    await using world = await startWorld()
    world.server.whims.refusals = [{ code: 'unavailable' }, { code: 'unavailable' }]
    const answer = world.phone().live.commands.of('s').send(rename('Ann'))
    await expect(answer).resolves.toEqual({ ok: true, version: 2 })
    expect(new Set(world.server.deliveries.map(({ commandId }) => commandId)).size).toBe(1)
  })

  it('hands a refusal on, once, and goes on with the next command', async () => {
    await using world = await startWorld()
    world.server.whims.refusals = [{ code: 'name_too_long', params: { max: 40 } }]
    const queue = world.phone().live.commands.of('s')
    const refused = queue.send(rename('much too long'))
    const taken = queue.send(rename('Ann'))
    const rejection = { code: 'name_too_long', params: { max: 40 } }
    await expect(refused).resolves.toEqual({ ok: false, rejection })
    await expect(taken).resolves.toMatchObject({ ok: true })
    expect(queue.get()).toMatchObject([{ state: 'refused', rejection }, { state: 'saved' }])
  })

  it('signs in again when the server forgot the sign-in, without losing the command', async () => {
    await using world = await startWorld()
    const phone = world.phone()
    await phone.live.identity.whenReady()
    world.server.whims.forgetSignIns()
    await expect(phone.live.commands.of('s').send(rename('Ann'))).resolves.toMatchObject({ ok: true })
  })

  it('sends what an earlier page left in the outbox, under its old id', async () => {
    await using world = await startWorld()
    const phone = world.phone()
    const commandId = '00000000-0000-4000-8000-00000000000c'
    await phone.outbox.add({ commandId, sessionId: 's', command: rename('from before') })
    phone.live.commands.of('s')
    await eventually(() => world.server.deliveries.length === 1)
    expect(world.server.deliveries[0]).toMatchObject({ commandId, text: 'from before' })
    await eventually(() => phone.live.commands.pending.get() === 0)
    expect(await phone.outbox.list('s')).toEqual([])
  })

  it('sends what earlier pages left in any session, and says whether there was anything', async () => {
    await using world = await startWorld()
    const phone = world.phone()
    await expect(phone.live.commands.resume()).resolves.toBe(false)
    for (const [index, sessionId] of ['one', 'two'].entries()) {
      await phone.outbox.add({
        commandId: `00000000-0000-4000-8000-00000000000${index}`,
        sessionId,
        command: rename(sessionId),
      })
    }
    await expect(phone.live.commands.resume()).resolves.toBe(true)
    await eventually(() => world.server.deliveries.length === 2)
    await eventually(() => phone.live.commands.pending.get() === 0)
    expect(await phone.outbox.list('one')).toEqual([])
  })

  it('shows why something from before the reload was not taken', async () => {
    await using world = await startWorld()
    const phone = world.phone()
    world.server.whims.refusals = [{ code: 'step_closed' }]
    await phone.outbox.add({
      commandId: '00000000-0000-4000-8000-00000000000d',
      sessionId: 's',
      command: rename('late'),
    })
    const queue = phone.live.commands.of('s')
    await eventually(() => queue.get()[0]?.state === 'refused')
    expect(queue.get()).toMatchObject([{ isFound: true, rejection: { code: 'step_closed' } }])
    expect(await phone.outbox.list('s')).toEqual([])
  })

  it('sends what was kept first before what is new', async () => {
    await using world = await startWorld()
    const phone = world.phone()
    await phone.outbox.add({
      commandId: '00000000-0000-4000-8000-00000000000e',
      sessionId: 's',
      command: rename('before'),
    })
    await phone.live.commands.of('s').send(rename('after'))
    expect(world.server.picture().answers).toEqual(['before', 'after'])
  })

  it('says when a person did something, where that is known', async () => {
    await using world = await startWorld()
    const phone = world.phone()
    const wish = {
      commandId: '00000000-0000-4000-8000-00000000000f',
      sessionId: 's',
      command: rename('Ann'),
      givenAt: 1_234,
    }
    await phone.outbox.add(wish)
    phone.live.commands.of('s')
    await eventually(() => world.server.deliveries.length === 1)
    expect(world.server.deliveries[0]).toMatchObject({ givenAt: 1_234 })
  })

  it.each(['slow_down', 'storage_full', 'outdated_client'] as const)(
    'keeps a command that is refused with "%s": that may pass',
    async (code) => {
      await using world = await startWorld()
      world.server.whims.refusals = [{ code }]
      const answer = world.phone().live.commands.of('s').send(rename('Ann'))
      await expect(answer).resolves.toEqual({ ok: true, version: 2 })
      expect(world.server.deliveries).toHaveLength(2)
    },
  )

  it('gives a command up over which the server stumbles again and again, and goes on with the next', async () => {
    await using world = await startWorld()
    world.server.whims.refusals = Array.from({ length: 50 }, () => ({ code: 'server_error' as const }))
    const queue = world.phone().live.commands.of('s')
    await expect(queue.send(rename('poison'))).resolves.toEqual({ ok: false, rejection: { code: 'server_error' } })
    world.server.whims.refusals = []
    await expect(queue.send(rename('Ann'))).resolves.toMatchObject({ ok: true })
  })

  it('counts everything once and in order when two tabs send at the same time over a bad network, without locks', async () => {
    await using world = await startWorld()
    const outbox = memoryOutbox()
    const home = mapStorage()
    const tabs = [world.phone({ outbox, home }), world.phone({ outbox, home })]
    world.proxy.weather.delayMs = 2
    let cuts = 0
    const cutting = setInterval(() => {
      if (world.server.deliveries.length < (cuts + 1) * 5) return
      cuts++
      world.proxy.cut()
    }, 1)
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, index) => tabs[index % 2]?.live.commands.of('s').send(rename(`${index}`))),
    )
    clearInterval(cutting)
    expect(cuts).toBeGreaterThan(2)
    expect(answers.every((answer) => answer?.ok)).toBe(true)
    const counted = world.server.picture().answers
    expect(counted).toHaveLength(20)
    for (const rest of [0, 1]) {
      const ofTab = counted.filter((name) => Number(name) % 2 === rest)
      expect(ofTab).toEqual([...ofTab].sort((a, b) => Number(a) - Number(b)))
    }
    expect(await outbox.list('s')).toEqual([])
  })

  it('sends what a tab that died left behind as soon as another tab is looked at', async () => {
    await using world = await startWorld()
    const phone = world.phone()
    const queue = phone.live.commands.of('s')
    await queue.send(rename('mine'))
    await phone.outbox.add({
      commandId: '00000000-0000-4000-8000-000000000010',
      sessionId: 's',
      command: rename('theirs'),
    })
    phone.signals.tell('shown')
    await eventually(() => world.server.picture().answers.length === 2)
  })

  it('sends nothing of a person who signed out here', async () => {
    await using world = await startWorld()
    const phone = world.phone()
    await phone.outbox.add({
      commandId: '00000000-0000-4000-8000-000000000011',
      sessionId: 's',
      command: rename('Ann'),
    })
    await phone.live.commands.forget()
    await expect(phone.live.commands.resume()).resolves.toBe(false)
  })
})
