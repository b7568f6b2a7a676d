import { type Client, connect } from '@humuus/client'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { type Hosting, openHosting } from './hosting.ts'
import { type Device, enterName, openDevice } from './people.ts'
import { openStage } from './stage.ts'

const stage = openStage()

const workshopOf = (data: object, language = 'en') => ({
  format: 'humuus/1',
  title: 'A look back',
  language,
  settings: { maxParticipants: 20_000 },
  nodes: [
    { id: 'words', type: 'word-cloud', data: { text: 'What was today like, in a word?', ...data } },
    { id: 'end', type: 'end', data: {} },
  ],
})

const consoleOf = ({ sessionId, host }: Hosting, looks = {}) =>
  openDevice(stage.browser, 'console', `${stage.system.url}/host/${sessionId}`, { account: host.device, ...looks })

const screenOf = ({ sessionId, screenKey }: Hosting, looks = {}) =>
  openDevice(stage.browser, 'screen', `${stage.system.url}/screen/${sessionId}?key=${screenKey}`, looks)

async function give({ page }: Device, word: string): Promise<void> {
  await page.getByRole('textbox', { name: /Your word|One more/ }).fill(word)
  await page.getByRole('button', { name: 'Send', exact: true }).click()
  await page.getByRole('button', { name: `Take back: ${word}` }).waitFor()
  await page.getByText('Your answer is saved.').waitFor()
}
