import { expect, test } from 'vitest'
import { atThePoll } from './at-the-poll.ts'
import { type Hosting, openHosting } from './hosting.ts'
import { deviceOptions, openDevice, openTab } from './people.ts'
import { openGatedStage } from './stage.ts'

const stage = openGatedStage()

const saved = 'Your answer is saved.'

/** The poll has this one vote, and the log this phone's two commands, however often they were sent. */
async function countsOnce(hosting: Hosting, counts: readonly number[]): Promise<void> {
  await hosting.sees(
    ({ step }) => step?.content.type === 'poll' && String(step.content.results.counts) === String(counts),
  )
}

test('a captive portal in the middle of a step is waited out', async () => {
  await using hosting = await openHosting(stage.system.url)
  const ann = await openDevice(stage.browser, 'phone', `${stage.gate.url}/s/${hosting.code}`)
  await atThePoll(hosting, ann)
  stage.gate.turn('portal')
  await ann.page.getByText('tired', { exact: true }).click()
  await ann.page
    .getByText(/answer is kept/)
    .first()
    .waitFor()
  stage.gate.turn('open')
  await ann.page.getByText(saved).waitFor()
  await countsOnce(hosting, [0, 1, 0])
  expect(ann.complaints).toEqual([])
  await ann.context.close()
})

test('a page that was frozen while the step changed shows the step there is', async () => {
  await using hosting = await openHosting(stage.system.url)
  const ann = await openDevice(stage.browser, 'phone', `${stage.gate.url}/s/${hosting.code}`)
  await atThePoll(hosting, ann)
  await ann.page.getByText('fine', { exact: true }).click()
  await ann.page.getByText(saved).waitFor()
  const life = await ann.context.newCDPSession(ann.page)
  await life.send('Page.setWebLifecycleState', { state: 'frozen' })
  // Its connection dies in its sleep, as phones do it.
  stage.gate.turn('open')
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
    await using hosting = await openHosting(stage.system.url)
    const context = await stage.browser.newContext(deviceOptions('phone'))
    await context.addInitScript(() => {
      const real = Date.now
      Object.assign(globalThis, { skew: 0 })
      Date.now = () => real() + (globalThis as unknown as { skew: number }).skew
    })
    const ann = await openTab(context, 'phone', `${stage.gate.url}/s/${hosting.code}`)
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
  await using hosting = await openHosting(stage.system.url)
  const ann = await openDevice(stage.browser, 'phone', `${stage.gate.url}/s/${hosting.code}`)
  await atThePoll(hosting, ann)
  await ann.context.setOffline(true)
  stage.gate.turn('shut')
  await ann.page.getByText('curious', { exact: true }).click()
  stage.gate.turn('open')
  await ann.context.setOffline(false)
  await ann.page.getByText(saved).waitFor()
  await countsOnce(hosting, [0, 0, 1])
  await ann.context.close()
})
