import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { type Device, enterName, openDevice } from './people.ts'
import { openStage } from './stage.ts'

const stage = openStage()

const workshop = {
  format: 'humuus/1',
  title: 'Our canteen',
  nodes: [
    {
      id: 'board',
      type: 'whiteboard',
      data: {
        text: 'What would make our canteen better?',
        everyoneEdits: true,
        notes: [
          { text: 'Soup on Fridays', colour: 'green' },
          { text: 'Longer opening hours', colour: 'blue' },
        ],
      },
    },
    { id: 'pause', type: 'slide', title: 'A short break', data: { headline: 'A short break' } },
    {
      id: 'vote',
      type: 'poll',
      title: 'Our favourite',
      data: { text: 'Which shall it be?', options: [{ text: 'More plants' }, { text: 'Quiet corners' }] },
    },
  ],
}

test('two facilitators and two writers who want different things: each conflict is a card, and one click decides it', async () => {
  const hal = await openDevice(stage.browser, 'console', `${stage.system.url}/library`)
  const sessionAddress = await openSession(hal.page)
  const code = await codeOf(hal.page)
  const phones = await Promise.all(
    ['Ann', 'Ben', 'Ina'].map(async (name) => {
      const phone = await openDevice(stage.browser, 'phone', `${stage.system.url}/s/${code}`)
      await enterName(phone, name)
      return phone
    }),
  )
  const [ann, ben, ina] = phones as [Device, Device, Device]
  await hal.page.getByRole('button', { name: 'What to do for Ina' }).click()
  await hal.page.getByRole('menuitem', { name: 'Make co-facilitator' }).click()
  const inaConsole = await ina.context.newPage()
  await inaConsole.goto(sessionAddress)
  await inaConsole.getByRole('button', { name: /Start: / }).waitFor()
  await hal.page.keyboard.press('Space')

  // Ann and Ben write on the same note; Ben is faster.
  await ann.page.getByRole('textbox', { name: 'Your note' }).fill('A second queue for people in a hurry')
  await ann.page.getByText('Pink', { exact: true }).click({ force: true })
  await ann.page.getByRole('button', { name: 'Put it up' }).click()
  await ann.page.getByText('Your answer is saved.').waitFor()
  await ann.picture('whiteboard')
  await startEditing(ann.page, 'Soup on Fridays')
  await ann.page.getByRole('textbox', { name: 'Change the note' }).fill('Soup every day')
  await startEditing(ben.page, 'Soup on Fridays')
  await ben.page.getByRole('textbox', { name: 'Change the note' }).fill('Stew on Fridays')
  await ben.page.getByRole('button', { name: 'Send the change' }).click()
  await ann.page.getByText(/Somebody else changed this note meanwhile/).waitFor()
  await ann.picture('whiteboard-meanwhile')
  await ann.page.getByRole('button', { name: 'Send the change' }).click()
  await ann.page.getByText(/A facilitator decides which text stays/).waitFor()
  const board = hal.page.getByRole('article', { name: /Two versions of a note/ })
  await board.getByText('Stew on Fridays').waitFor()
  await hal.picture('conflict-note')
  await board.getByRole('button', { name: 'Take the second' }).click()
  await ben.page.getByText('Soup every day').waitFor()
  await board.waitFor({ state: 'detached' })

  // A card for a step that another facilitator has just taken out, which Hal, on a bad line, cannot know.
  await hal.page.getByRole('button', { name: /^Note: Longer opening hours/ }).click()
  await hal.picture('whiteboard')
  await inaConsole.getByRole('button', { name: 'Agenda' }).click()
  await hal.page.getByRole('button', { name: 'Use in …' }).click()
  await hal.context.setOffline(true)
  await inaConsole.getByRole('button', { name: /Take “Our favourite” out/ }).click()
  await inaConsole.getByRole('button', { name: /Put “Our favourite” back/ }).waitFor()
  await hal.page.getByRole('menuitem', { name: /Our favourite/ }).click()
  await hal.context.setOffline(false)
  const card = hal.page.getByRole('article', { name: /A note for “Our favourite”/ })
  await card.getByText('Ina took the step out.').waitFor({ timeout: 20_000 })
  await hal.picture('conflict-card')
  await card.getByRole('button', { name: /Put the step back/ }).click()
  await card.waitFor({ state: 'detached' })

  // Hal goes on while Ina, on a bad line, wants to go elsewhere.
  await ina.context.setOffline(true)
  await inaConsole.getByRole('button', { name: 'Our favourite', exact: true }).click()
  await hal.page.keyboard.press('Space')
  await hal.page.getByRole('button', { name: 'Show results' }).waitFor()
  await hal.page.keyboard.press('Space')
  await hal.page.getByRole('button', { name: /Next: / }).waitFor()
  await hal.page.keyboard.press('Space')
  await ann.page.getByRole('heading', { name: 'A short break' }).waitFor()
  await inaConsole.getByRole('button', { name: 'Jump' }).click()
  await ina.context.setOffline(false)
  const ways = hal.page.getByRole('article', { name: /Two ways on/ })
  await ways.getByText('Ina wanted to go to “Our favourite”.').waitFor({ timeout: 20_000 })
  await hal.picture('conflict-course')
  await ways.getByRole('button', { name: 'Go to “Our favourite”' }).click()
  await ann.page.getByRole('heading', { name: 'Which shall it be?' }).waitFor()
  await ann.page.getByText('Longer opening hours').click()
  await ann.page.getByText('Your answer is saved.').waitFor()
  await hal.page.getByText('3 decisions').waitFor()
  await ben.picture('card-in-poll')

  for (const device of [hal, ann, ben, ina]) expect(device.complaints).toEqual([])
})

/** Adds the workshop to the library and opens a session of it; resolves to the console's address. */
async function openSession(page: Page): Promise<string> {
  await page.locator('input[type=file]').setInputFiles({
    name: 'canteen.json',
    mimeType: 'application/json',
    buffer: Buffer.from(JSON.stringify(workshop)),
  })
  await page.getByRole('button', { name: 'Host now: Our canteen' }).click()
  await page.getByRole('textbox', { name: 'Your name' }).fill('Hal')
  await page.getByRole('button', { name: 'Open the session' }).click()
  await page.waitForURL(/\/host\//)
  return page.url()
}

async function codeOf(page: Page): Promise<string> {
  const shown = await page
    .getByText(/^\d{3}\s\d{3}$/)
    .first()
    .textContent()
  return (shown ?? '').replace(/\D/g, '')
}

const startEditing = (page: Page, text: string) =>
  page.getByRole('listitem').filter({ hasText: text }).getByRole('button', { name: 'Change' }).click()
