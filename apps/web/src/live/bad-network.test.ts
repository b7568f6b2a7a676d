import { describe, expect, it } from 'vitest'
import { eventually, type Phone, startWorld, type World } from './testing/world.ts'

const rename = (name: string) => ({ type: 'rename', participantId: 'me', name }) as const
const seen = (following: ReturnType<Phone['follow']>) => following.state().seen?.shared.answers

/** What has to be true after every trouble: the view is current, and what was given counts once. */
async function allIsWell(world: World, following: ReturnType<Phone['follow']>, ...given: string[]): Promise<void> {
  await eventually(() => String(seen(following)) === String(world.server.picture().answers), 10_000)
  expect(world.server.picture().answers.filter((answer) => given.includes(answer))).toEqual(given)
}

describe('a captive portal', () => {
  it.each(['page', 'redirect'] as const)(
    'that answers with a %s is waited out in the middle of a step',
    async (portal) => {
      await using world = await startWorld()
      const phone = world.phone()
      const following = phone.follow()
      await eventually(() => following.state().seen !== null)
      world.proxy.weather.portal = portal
      world.proxy.cut()
      const answer = phone.live.commands.of('s').send(rename('mine'))
      world.server.answer('meanwhile')
      await eventually(() => world.proxy.caught() > 5, 10_000)
      expect(following.state().phase).not.toBe('refused')
      expect(phone.live.commands.pending.get()).toBe(1)
      world.proxy.weather.portal = null
      phone.signals.tell('online')
      await expect(answer).resolves.toMatchObject({ ok: true })
      await allIsWell(world, following, 'mine')
    },
  )

  it.each(['page', 'redirect'] as const)(
    'that answers with a %s is waited out by a page that opens behind it',
    async (portal) => {
      await using world = await startWorld()
      world.proxy.weather.portal = portal
      const phone = world.phone()
      const following = phone.follow()
      const answer = phone.live.commands.of('s').send(rename('mine'))
      await eventually(() => phone.live.identity.get().status === 'error', 10_000)
      expect(phone.live.identity.get().rejection).toBeNull()
      world.proxy.weather.portal = null
      await expect(answer).resolves.toMatchObject({ ok: true })
      await allIsWell(world, following, 'mine')
    },
  )
})

describe('a clock that is set in the middle of a step', () => {
  it.each([3, -3])('by %d hours is measured again, and nothing is sent twice or lost', async (hours) => {
    await using world = await startWorld()
    let skew = 0
    const phone = world.phone({ now: () => Date.now() + skew })
    const following = phone.follow()
    await phone.live.clock.ensure()
    await eventually(() => following.state().seen !== null)
    skew = hours * 3_600_000
    phone.signals.tell('jumped')
    await eventually(() => Math.abs(phone.live.clock.now() - Date.now()) < 500)
    await phone.live.commands.of('s').send(rename('after the jump'))
    // The line is not thought dead or alive because of it: a cut is noticed and mended as ever.
    world.proxy.cut()
    const answer = phone.live.commands.of('s').send(rename('after the cut'))
    world.server.answer('meanwhile')
    await expect(answer).resolves.toMatchObject({ ok: true })
    await allIsWell(world, following, 'after the jump', 'after the cut')
  })
})

describe('another network', () => {
  it('is used as soon as the device is on it, although the old connection says nothing', async () => {
    await using world = await startWorld()
    const phone = world.phone()
    const following = phone.follow()
    await eventually(() => following.state().seen !== null)
    // A connection that is younger than a second is not given up for a signal.
    await new Promise((resolve) => setTimeout(resolve, 1_050))
    const before = world.proxy.upgrades()
    world.proxy.strand()
    const answer = phone.live.commands.of('s').send(rename('mine'))
    world.server.answer('meanwhile')
    phone.signals.tell('moved')
    await eventually(() => world.proxy.upgrades() > before, 500)
    await expect(answer).resolves.toMatchObject({ ok: true })
    await allIsWell(world, following, 'mine')
  })
})

describe('a phone that sleeps', () => {
  it('shows the step there is and sends what it kept when it wakes', async () => {
    await using world = await startWorld()
    const phone = world.phone()
    const following = phone.follow()
    await eventually(() => following.state().seen !== null)
    world.proxy.weather.isMute = { up: true, down: true }
    const answer = phone.live.commands.of('s').send(rename('mine'))
    for (const step of ['one', 'two', 'three']) world.server.answer(step)
    await new Promise((resolve) => setTimeout(resolve, 1_050))
    world.proxy.strand()
    world.proxy.weather.isMute = { up: false, down: false }
    phone.signals.tell('woke')
    await expect(answer).resolves.toMatchObject({ ok: true })
    await allIsWell(world, following, 'mine')
  })
})

describe('an event stream', () => {
  it('says every few seconds which page is still there', async () => {
    await using world = await startWorld()
    world.proxy.weather.upgrades = 'refused'
    const phone = world.phone()
    const following = phone.follow()
    await eventually(() => following.state().seen !== null)
    await eventually(() => world.server.beats.length >= 2, 15_000)
    expect(new Set(world.server.beats)).toEqual(new Set([phone.live.page]))
    expect(world.server.liveCalls.at(-1)).toMatchObject({ carrier: 'http', beats: true, page: phone.live.page })
    following.stop()
    const sofar = world.server.beats.length
    await new Promise((resolve) => setTimeout(resolve, 3_500))
    expect(world.server.beats.length).toBeLessThanOrEqual(sofar + 1)
  })
})
