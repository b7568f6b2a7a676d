import { expect, test } from 'vitest'
import { enterName, joinByCode, openDevice } from './people.ts'
import { openStage } from './stage.ts'

const stage = openStage()

test('a facilitator, a screen and three phones, from the library to the report', async () => {
  const console = await openDevice(stage.browser, 'console', `${stage.system.url}/library`)
  const host = console.page
  await host.getByRole('button', { name: /Ground rules/ }).waitFor()
  await console.picture('library')
  await host.getByRole('button', { name: /Ground rules/ }).click()
  await host.getByRole('textbox', { name: 'Your name' }).fill('Hal')
  await host.getByRole('button', { name: 'Open the session' }).click()
  await host.waitForURL(/\/host\//)
  await host.getByText('Nobody here yet.').first().waitFor()
  await console.picture('lobby')

  const [opened] = await Promise.all([
    console.context.waitForEvent('page'),
    host
      .getByRole('button', { name: /Screen/ })
      .filter({ visible: true })
      .click(),
  ])
  const screenAddress = opened.url()
  await opened.close()
  const screen = await openDevice(stage.browser, 'screen', screenAddress)
  const shownCode = await screen.page
    .getByText(/^\d{3}\s\d{3}$/)
    .first()
    .textContent()
  const code = (shownCode ?? '').replace(/\D/g, '')

  const ann = await openDevice(stage.browser, 'phone', stage.system.url)
  await ann.picture('start')
  await joinByCode(ann, code, 'Ann')
  const ben = await openDevice(stage.browser, 'phone', `${stage.system.url}/s/${code}`)
  await ben.picture('name')
  await enterName(ben, 'Ben')
  const cem = await openDevice(stage.browser, 'phone', `${stage.system.url}/s/${code}`)
  await enterName(cem, 'Cem')
  await screen.page.getByText('3 people are here').waitFor()
  await screen.page.getByText('Cem').waitFor()
  await screen.picture('lobby')
  await ann.picture('lobby')

  // The keys of a facilitator: Space does what the big button says.
  await host.keyboard.press('Space')
  await ann.page.getByRole('heading', { name: 'Good to have you here' }).waitFor()
  await screen.picture('slide')
  await host.keyboard.press('Space')
  await ann.page.getByText('Wide awake').click()
  await ann.page.getByText('Your answer is saved.').waitFor()
  await ben.page.getByText('Curious').click()
  await ben.page.getByText('Your answer is saved.').waitFor()

  // Ann reloads in mid-question: same person, same answer.
  await ann.page.reload()
  await ann.page.getByRole('heading', { name: 'How do you arrive today?' }).waitFor()
  await expect(chosen(ann.page)).resolves.toContain('Wide awake')

  // Cem is offline; the answer is kept and arrives by itself.
  await cem.context.setOffline(true)
  await cem.page.getByText('Wide awake').click()
  await cem.page
    .getByText(/answer is kept/)
    .first()
    .waitFor()
  await cem.picture('offline')
  await cem.context.setOffline(false)
  await cem.page.getByText('Your answer is saved.').waitFor({ timeout: 30_000 })
  await screen.page.getByText('3 of 3').waitFor()
  await screen.picture('poll')
  await console.picture('poll')
  await ann.picture('poll')

  await host.keyboard.press('Space')
  await host.getByRole('button', { name: 'Show results' }).waitFor()
  await host.keyboard.press('Space')
  await ben.page.getByText('What the room says').waitFor()
  await ben.picture('poll-result')

  await host.keyboard.press('Space')
  await ann.page.getByRole('heading', { name: /handful of healthy soil/ }).waitFor()
  await ann.page.getByText('Read first.').first().waitFor()
  await ann.page.getByText('More than there are people on earth').click({ timeout: 15_000 })
  await ann.page.getByText('Your answer is saved.').waitFor()
  await screen.picture('quiz')
  await ben.page.getByText('About as many as in a village').click()
  await cem.page.getByText('More than there are people on earth').click()
  // Everybody has answered: it closes by itself.
  await host.getByRole('button', { name: 'Show results' }).waitFor({ timeout: 15_000 })
  await host.keyboard.press('Enter')
  await ann.page.getByText('Right!').waitFor()
  await ben.page.getByText('Not this time.').waitFor()
  await ann.picture('quiz-right')
  await ben.picture('quiz-wrong')
  await screen.picture('quiz-result')
  await console.picture('quiz-result')
  await host.keyboard.press('Space')
  await screen.page.getByText('Scores', { exact: true }).waitFor()
  await screen.picture('scores')

  await host.getByRole('button', { name: 'More' }).click()
  await host.getByRole('menuitem', { name: 'End' }).click()
  await host.getByRole('button', { name: 'End now' }).click()
  await ann.page.getByText('The workshop was ended.', { exact: false }).first().waitFor()
  await ann.picture('end')
  await host.getByRole('link', { name: 'To the report' }).click()
  await host.waitForURL(/\/report\//)
  await host.getByText('Ann').first().waitFor()
  await console.picture('report')

  for (const device of [console, screen, ann, ben, cem]) expect(device.complaints).toEqual([])
})

/** What is marked as chosen on a phone. */
function chosen(page: import('playwright-core').Page): Promise<string> {
  return page
    .locator('[aria-pressed="true"], [aria-checked="true"], input:checked')
    .first()
    .evaluate((element) => {
      return (element.closest('label') ?? element).textContent ?? ''
    })
}
