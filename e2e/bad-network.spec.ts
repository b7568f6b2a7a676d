import type { Browser } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { launchBrowser } from './browser.ts'
import { type Gate, openGate } from './gate.ts'
import { type Hosting, openHosting } from './hosting.ts'
import { type Device, deviceOptions, enterName, openDevice, openTab } from './people.ts'
import { dataFolder, npmStart, type System } from './system.ts'

let system: System
let gate: Gate
let browser: Browser

beforeAll(async () => {
  system = await npmStart(await dataFolder())
  gate = await openGate(system.url)
  browser = await launchBrowser()
})

afterEach(() => gate.turn('open'))

afterAll(async () => {
  await browser?.close()
  await gate?.[Symbol.asyncDispose]()
  await system?.[Symbol.asyncDispose]()
})

const saved = 'Your answer is saved.'

async function atThePoll(hosting: Hosting, device: Device): Promise<void> {
  await enterName(device, 'Ann')
  await hosting.command({ type: 'start' })
  await device.page.getByRole('heading', { name: 'How are you?' }).waitFor()
}

/** The poll has this one vote, and the log this phone's two commands, however often they were sent. */
async function countsOnce(hosting: Hosting, counts: readonly number[]): Promise<void> {
  await hosting.sees(
    ({ step }) => step?.content.type === 'poll' && String(step.content.results.counts) === String(counts),
  )
}

test('a captive portal in the middle of a step is waited out', async () => {
  await using hosting = await openHosting(system.url)
  const ann = await openDevice(browser, 'phone', `${gate.url}/s/${hosting.code}`)
  await atThePoll(hosting, ann)
  gate.turn('portal')
  await ann.page.getByText('tired', { exact: true }).click()
  await ann.page
    .getByText(/answer is kept/)
    .first()
    .waitFor()
  gate.turn('open')
  await ann.page.getByText(saved).waitFor()
  await countsOnce(hosting, [0, 1, 0])
  expect(ann.complaints).toEqual([])
  await ann.context.close()
})

test('a page that was frozen while the step changed shows the step there is', async () => {
  await using hosting = await openHosting(system.url)
  const ann = await openDevice(browser, 'phone', `${gate.url}/s/${hosting.code}`)
  await atThePoll(hosting, ann)
  await ann.page.getByText('fine', { exact: true }).click()
  await ann.page.getByText(saved).waitFor()
  const life = await ann.context.newCDPSession(ann.page)
  await life.send('Page.setWebLifecycleState', { state: 'frozen' })
  // Its connection dies in its sleep, as phones do it.
  gate.turn('open')
  await hosting.command({ type: 'close', nodeId: 'mood' })
  await hosting.command({ type: 'next', from: 'mood' })
  await life.send('Page.setWebLifecycleState', { state: 'active' })
  await ann.page.getByRole('heading', { name: /one and one/ }).waitFor()
  await ann.page.getByText('two', { exact: true }).click()
  await ann.page.getByText(saved).waitFor()
  await ann.context.close()
})

test.each([3, -3])(
  'a clock that is set by %d hours in the middle of a step: the time left stays right, an answer counts once',
  async (hours) => {
    await using hosting = await openHosting(system.url)
    const context = await browser.newContext(deviceOptions('phone'))
    await context.addInitScript(() => {
      const real = Date.now
      Object.assign(globalThis, { skew: 0 })
      Date.now = () => real() + (globalThis as unknown as { skew: number }).skew
    })
    const ann = await openTab(context, 'phone', `${gate.url}/s/${hosting.code}`)
    await atThePoll(hosting, ann)
    await hosting.command({ type: 'close', nodeId: 'mood' })
    await hosting.command({ type: 'next', from: 'mood' })
    await ann.page.getByRole('heading', { name: /one and one/ }).waitFor()
    const timer = ann.page.getByRole('timer')
    const right = /^[12]:\d\d$/
    await expect.poll(async () => (await timer.textContent()) ?? '').toMatch(right)
    await ann.page.evaluate((ms) => Object.assign(globalThis, { skew: ms }), hours * 3_600_000)
    // The time left goes by a stopwatch: it is right all the while, also when the clock is noticed to have been set.
    for (let look = 0; look < 8; look++) {
      expect(await timer.textContent()).toMatch(right)
      await ann.page.waitForTimeout(1_000)
    }
    await ann.page.getByText('two', { exact: true }).click()
    await ann.page.getByText(saved).waitFor()
    await hosting.sees(({ step }) => step?.content.type === 'quiz' && step.content.solution.answers === 1)
    await context.close()
  },
)

test('an answer given as the device goes to another network counts once', async () => {
  await using hosting = await openHosting(system.url)
  const ann = await openDevice(browser, 'phone', `${gate.url}/s/${hosting.code}`)
  await atThePoll(hosting, ann)
  await ann.context.setOffline(true)
  gate.turn('shut')
  await ann.page.getByText('curious', { exact: true }).click()
  gate.turn('open')
  await ann.context.setOffline(false)
  await ann.page.getByText(saved).waitFor()
  await countsOnce(hosting, [0, 0, 1])
  await ann.context.close()
})
