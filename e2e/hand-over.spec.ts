import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { openHosting } from './hosting.ts'
import { type Device, enterName, openDevice } from './people.ts'
import { openStage } from './stage.ts'

const stage = openStage()

test('the facilitator hands the session over, and each console offers what its person may do', async () => {
  await using hosting = await openHosting(stage.system.url)
  const { host, sessionId, code } = hosting
  const consoleAt = `${stage.system.url}/host/${sessionId}`
  const hal = await openDevice(stage.browser, 'console', consoleAt, { account: host.device })
  const ina = await openDevice(stage.browser, 'phone', `${stage.system.url}/s/${code}`)
  await enterName(ina, 'Ina')
  expect(await menu(hal.page, 'Ina')).toEqual(['Rename', 'Make co-facilitator', 'Remove'])
  await hal.page.getByRole('menuitem', { name: 'Make co-facilitator' }).click()
  const inaConsole = await ina.context.newPage()
  await inaConsole.setViewportSize({ width: 1440, height: 900 })
  await inaConsole.goto(consoleAt)
  expect(await menu(inaConsole, 'Ina')).toEqual(['Rename', 'Step back as co-facilitator', 'Remove'])
  await inaConsole.keyboard.press('Escape')
  expect(await more(inaConsole)).not.toContain('End')
  await inaConsole.keyboard.press('Escape')

  expect(await menu(hal.page, 'Ina')).toEqual(['Rename', 'Hand over', 'No longer co-facilitator', 'Remove'])
  await hal.page.getByRole('menuitem', { name: 'Hand over' }).click()
  await hal.page.getByText('Ina becomes the facilitator').waitFor()
  await hal.picture('hand-over')
  await hal.page.getByRole('button', { name: 'Hand over' }).click()
  await hal.page.getByText('facilitator', { exact: true }).waitFor()
  expect(await more(hal.page)).not.toContain('End')
  await hal.page.keyboard.press('Escape')
  expect(await more(inaConsole)).toContain('End')
  await inaConsole.keyboard.press('Escape')
  expect(await menu(inaConsole, 'Hal')).toEqual(['Hand over', 'No longer co-facilitator'])
  await inaConsole.screenshot({ path: new URL('screenshots/handed-over-console.png', import.meta.url).pathname })
  for (const device of [hal, ina] satisfies Device[]) expect(device.complaints).toEqual([])
})

async function itemsOf(page: Page): Promise<string[]> {
  await page.getByRole('menuitem').first().waitFor()
  return page.getByRole('menuitem').allTextContents()
}

async function menu(page: Page, name: string): Promise<string[]> {
  await page.getByRole('button', { name: `What to do for ${name}` }).click()
  return itemsOf(page)
}

async function more(page: Page): Promise<string[]> {
  await page.getByRole('button', { name: 'More', exact: true }).click()
  return itemsOf(page)
}
