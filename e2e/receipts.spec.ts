import { randomUUID } from 'node:crypto'
import { type Client, connect } from '@humuus/client'
import { expect, test } from 'vitest'
import { type Device, openDevice } from './people.ts'
import { openStage } from './stage.ts'

const stage = openStage()

const file = {
  format: 'humuus/1',
  title: 'Tea or coffee',
  nodes: [
    {
      id: 'drink',
      type: 'quiz',
      closeWhenAllDone: false,
      data: {
        text: 'What grows on a bush?',
        readSeconds: 1,
        answerSeconds: 25,
        options: [{ text: 'Tea', correct: true }, { text: 'Sugar' }, { text: 'Milk' }],
      },
    },
  ],
}

const answer = {
  type: 'act' as const,
  nodeId: 'drink',
  node: 'quiz' as const,
  act: { type: 'answer' as const, choice: [0] },
}

async function hosted() {
  const host = await connect({ url: stage.system.url })
  const made = await host.trpc.workshops.create.mutate({ file })
  if (!made.ok) throw new Error(JSON.stringify(made.issues))
  const session = await host.trpc.sessions.create.mutate({ workshopId: made.id, hostName: 'Hal' })
  await host.send(session.sessionId, { type: 'open_lobby' })
  return { host, ...session }
}

async function tells(page: Device['page'], words: string | RegExp): Promise<void> {
  await page.getByText(words).first().waitFor({ timeout: 30_000 })
}

test('the facilitator reads that nothing is missing, in either language, and which promise is not kept when one is not', async () => {
  const { host, sessionId, code } = await hosted()
  const people: Client[] = await Promise.all([0, 1, 2].map(() => connect({ url: stage.system.url })))
  for (const [index, person] of people.entries()) await person.join(code, `Person ${index}`)
  const console = await openDevice(stage.browser, 'console', `${stage.system.url}/host/${sessionId}`, {
    account: host.device,
  })
  await console.page.getByRole('button', { name: 'More' }).click()
  await console.page.getByRole('menuitem', { name: 'Receipts' }).click()
  await console.page.waitForURL(/\/receipts\//)
  await tells(console.page, 'Nothing is missing.')

  // Too early for one, in time for all: what is refused stands there with its reason.
  await host.send(sessionId, { type: 'start' })
  expect(await people[0]?.send(sessionId, answer, { givenAt: null })).toMatchObject({ ok: false })
  await expect
    .poll(() => people[0]?.send(sessionId, answer, { givenAt: null }), { timeout: 5_000 })
    .toMatchObject({ ok: true })
  for (const person of people.slice(1)) expect(await person.send(sessionId, answer)).toMatchObject({ ok: true })
  await Promise.all([host, ...people].map((person) => person.reportReceipts(sessionId)))
  // The lobby, three arrivals, the start, three answers.
  await tells(console.page, '8 actions were acknowledged to the people, and all of them are counted.')
  await tells(console.page, 'given while people read')
  await tells(console.page, `npm run audit -- ${code}`)
  await console.picture('receipts')

  const [phone, night, german] = await Promise.all([
    openDevice(stage.browser, 'phone', `${stage.system.url}/receipts/${sessionId}`, { account: host.device }),
    openDevice(stage.browser, 'console', `${stage.system.url}/receipts/${sessionId}`, {
      account: host.device,
      colorScheme: 'dark',
    }),
    openDevice(stage.browser, 'phone', `${stage.system.url}/receipts/${sessionId}`, {
      account: host.device,
      colorScheme: 'dark',
      locale: 'de-DE',
    }),
  ])
  await tells(phone.page, 'Nothing is missing.')
  await phone.picture('receipts')
  await tells(night.page, 'Nothing is missing.')
  await night.picture('receipts-night')
  await tells(german.page, 'Nichts fehlt.')
  await german.picture('receipts-german-night')

  // A device that was promised something the log does not hold: made up here, for it must never happen.
  const lost = randomUUID()
  const report = { sessionId, ledgerId: randomUUID(), issued: 2, waiting: 1, acknowledged: [lost], refused: [] }
  await people[0]?.trpc.sessions.reportReceipts.mutate(report)
  await tells(console.page, '1 action is missing.')
  await tells(console.page, lost)
  await tells(console.page, /1 action still waits on a device/)
  await console.picture('receipts-missing')
  await tells(phone.page, '1 action is missing.')
  await phone.picture('receipts-missing')

  const stranger = await openDevice(stage.browser, 'console', `${stage.system.url}/receipts/${sessionId}`)
  await tells(stranger.page, 'Only facilitators can do this.')
  for (const device of [console, phone, night, german, stranger]) expect(device.complaints).toEqual([])
  await Promise.all([host, ...people].map((person) => person.close()))
})

test('phone, console and screen tell how the time counts, and that it is up while answers are on their way', async () => {
  const { host, sessionId, code, screenKey } = await hosted()
  const phone = await openDevice(stage.browser, 'phone', `${stage.system.url}/s/${code}`)
  await phone.page.getByRole('textbox', { name: 'Your name here' }).fill('Ann')
  await phone.page.getByRole('button', { name: 'Join', exact: true }).click()
  await tells(phone.page, 'You are in.')
  const console = await openDevice(stage.browser, 'console', `${stage.system.url}/host/${sessionId}`, {
    account: host.device,
  })
  const screen = await openDevice(stage.browser, 'screen', `${stage.system.url}/screen/${sessionId}#${screenKey}`)
  await tells(screen.page, 'Ann')

  await host.send(sessionId, { type: 'start' })
  await tells(phone.page, 'What counts is when you tap, not when it arrives.')
  await phone.picture('fair-time')
  await console.page.getByRole('button', { name: 'How time counts' }).click()
  await tells(console.page, /Up to 2 seconds on the way are given back/)
  await console.picture('fair-time')
  await console.page.keyboard.press('Escape')
  // Both within the two seconds in which the step is still open for what is on its way.
  await Promise.all([
    tells(screen.page, 'Time is up').then(() => screen.picture('time-up')),
    tells(phone.page, 'Time is up.').then(() => phone.picture('time-up')),
  ])
  const small = await openDevice(stage.browser, 'phone', `${stage.system.url}/host/${sessionId}`, {
    account: host.device,
  })
  await tells(phone.page, 'Answers are closed.')
  await phone.page.getByRole('button', { name: 'More' }).click()
  await tells(phone.page, 'How time counts')
  await phone.picture('menu')
  await small.page.getByRole('button', { name: 'More' }).click()
  await small.page.getByRole('menuitem', { name: 'How time counts' }).click()
  await tells(small.page, /Up to 2 seconds on the way are given back/)
  await small.picture('fair-time-console')
  for (const device of [phone, console, screen, small]) expect(device.complaints).toEqual([])
  await host.close()
})
