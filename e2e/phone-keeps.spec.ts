import { execFileSync } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { BrowserContext } from 'playwright-core'
import { build } from 'vite'
import { expect, test } from 'vitest'
import { atThePoll } from './at-the-poll.ts'
import { launchProfile } from './browser.ts'
import { openHosting } from './hosting.ts'
import { type Device, deviceOptions, enterName, openDevice, openTab } from './people.ts'
import { openGatedStage } from './stage.ts'

const stage = openGatedStage()

const saved = 'Your answer is saved.'
const missed = /came too late/

/** Answers while there is no network, and waits until the phone says that it keeps the answer. */
async function answerOffline({ page }: Device, option: string): Promise<void> {
  stage.gate.turn('shut')
  await page.getByText(option, { exact: true }).click()
  await page
    .getByText(/answer is kept/)
    .first()
    .waitFor()
}

const votes = (counts: readonly number[]) => (shared: Awaited<ReturnType<Hosted['sees']>>) =>
  shared.step?.content.type === 'poll' && String(shared.step.content.results.counts) === String(counts)
type Hosted = Awaited<ReturnType<typeof openHosting>>

test('what is promised of the outbox and of taking turns holds in IndexedDB and with Web Locks', async () => {
  const entry = fileURLToPath(new URL('../apps/web/src/live/testing/play-in-browser.ts', import.meta.url))
  const bundled = await build({
    configFile: false,
    logLevel: 'error',
    build: { write: false, minify: false, lib: { entry, formats: ['iife'], name: 'contract' } },
  })
  const [output] = Array.isArray(bundled) ? bundled : [bundled]
  if (output === undefined || !('output' in output)) throw new Error('nothing was bundled')
  const { page, context } = await openDevice(stage.browser, 'phone', `${stage.gate.url}/icon.svg`)
  // The page's own rules would let no script in; a blank one at the same address has none.
  await page.route('**/blank', (route) => route.fulfill({ contentType: 'text/html', body: '<title>blank</title>' }))
  await page.goto(`${stage.gate.url}/blank`)
  await page.addScriptTag({ content: output.output[0].code })
  const played = await page.evaluate(() =>
    (
      globalThis as unknown as { contract: typeof import('../apps/web/src/live/testing/play-in-browser.ts') }
    ).contract.playInBrowser(),
  )
  for (const { says, came, comesTo } of played) expect(came, says).toEqual(comesTo)
  expect(played.length).toBeGreaterThan(10)
  await context.close()
})

test('an answer given offline outlives its tab: it is saved as soon as the page is opened again', async () => {
  await using hosting = await openHosting(stage.system.url)
  const ann = await openDevice(stage.browser, 'phone', `${stage.gate.url}/s/${hosting.code}`)
  await atThePoll(hosting, ann)
  await answerOffline(ann, 'curious')
  await ann.page.close()
  stage.gate.turn('open')
  const again = await openTab(ann.context, 'phone', `${stage.gate.url}/s/${hosting.code}`)
  await again.page.getByText(saved).waitFor()
  await hosting.sees(votes([0, 0, 1]))
  expect([...ann.complaints, ...again.complaints]).toEqual([])
  await ann.context.close()
})

test('also from the start page, without going back to the workshop', async () => {
  await using hosting = await openHosting(stage.system.url)
  const ann = await openDevice(stage.browser, 'phone', `${stage.gate.url}/s/${hosting.code}`)
  await atThePoll(hosting, ann)
  await answerOffline(ann, 'tired')
  await ann.page.close()
  stage.gate.turn('open')
  await openTab(ann.context, 'phone', stage.gate.url)
  await hosting.sees(votes([0, 1, 0]))
  await ann.context.close()
})

test('an answer given offline outlives a crash of the whole browser', async () => {
  await using hosting = await openHosting(stage.system.url)
  const folder = await mkdtemp(join(tmpdir(), 'humuus-profile-'))
  const address = `${stage.gate.url}/s/${hosting.code}`
  const before = await launchProfile(folder, deviceOptions('phone'))
  const ann = await openTab(before, 'phone', address)
  await atThePoll(hosting, ann)
  await answerOffline(ann, 'fine')
  await killBrowser(folder, before)
  stage.gate.turn('open')
  const after = await launchProfile(folder, deviceOptions('phone'))
  const again = await openTab(after, 'phone', address)
  await again.page.getByText(saved).waitFor()
  await hosting.sees(votes([1, 0, 0]))
  await after.close()
  await rm(folder, { recursive: true, force: true })
})

test('a step that closed while the answer was kept says so, also after the page was opened anew', async () => {
  await using hosting = await openHosting(stage.system.url)
  const address = `${stage.gate.url}/s/${hosting.code}`
  const ann = await openDevice(stage.browser, 'phone', address)
  await atThePoll(hosting, ann)
  await answerOffline(ann, 'fine')
  await ann.page.close()
  await hosting.command({ type: 'close', nodeId: 'mood' })
  await hosting.command({ type: 'next', from: 'mood' })
  stage.gate.turn('open')
  const again = await openTab(ann.context, 'phone', address)
  await again.page.getByRole('heading', { name: /one and one/ }).waitFor()
  await again.page.getByText(missed).waitFor()
  await again.picture('missed')
  await again.page.emulateMedia({ colorScheme: 'dark' })
  await again.picture('missed-dark')
  // It is said once: the page after that has nothing left to send.
  await again.page.reload()
  await again.page.getByRole('heading', { name: /one and one/ }).waitFor()
  expect(await again.page.getByText(missed).count()).toBe(0)
  await ann.context.close()
})

test('a step that closed is said where the phone still shows it', async () => {
  await using hosting = await openHosting(stage.system.url)
  const address = `${stage.gate.url}/s/${hosting.code}`
  const ann = await openDevice(stage.browser, 'phone', address)
  await atThePoll(hosting, ann)
  await answerOffline(ann, 'fine')
  await ann.page.close()
  await hosting.command({ type: 'close', nodeId: 'mood' })
  stage.gate.turn('open')
  const again = await openTab(ann.context, 'phone', address)
  await again.page.getByText('This step closed while you were away.').waitFor()
  await again.picture('closed-while-away')
  await ann.context.close()
})

test('of two windows the newer one goes on, the older one says so, and gets the session back when asked', async () => {
  await using hosting = await openHosting(stage.system.url)
  const address = `${stage.gate.url}/s/${hosting.code}`
  const first = await openDevice(stage.browser, 'phone', address)
  await atThePoll(hosting, first)
  const second = await openTab(first.context, 'phone', address)
  await second.page.getByRole('heading', { name: 'How are you?' }).waitFor()
  await first.page.getByRole('heading', { name: 'You went on in another window.' }).waitFor()
  await first.picture('taken-over')
  await first.page.emulateMedia({ colorScheme: 'dark' })
  await first.picture('taken-over-dark')
  await second.page.getByText('fine', { exact: true }).click()
  await second.page.getByText(saved).waitFor()

  await first.page.getByRole('button', { name: 'Go on here' }).click()
  await first.page.getByText(saved).waitFor()
  await second.page.getByRole('heading', { name: 'You went on in another window.' }).waitFor()
  await hosting.command({ type: 'close', nodeId: 'mood' })
  await first.page.getByText('It goes on in a moment.').waitFor()
  // Nobody takes it back by themselves.
  await second.page.getByRole('button', { name: 'Go on here' }).waitFor()
  expect([...first.complaints, ...second.complaints]).toEqual([])
  await first.context.close()
})

test('an older window that comes back from a tunnel leaves the session where the person is, and still sends what it kept', async () => {
  await using hosting = await openHosting(stage.system.url)
  const address = `${stage.gate.url}/s/${hosting.code}`
  const first = await openDevice(stage.browser, 'phone', address)
  await atThePoll(hosting, first)
  await answerOffline(first, 'tired')
  // The tunnel goes on for this window alone.
  const tunnel = await first.context.newCDPSession(first.page)
  const network = (offline: boolean) =>
    tunnel.send('Network.emulateNetworkConditions', {
      offline,
      latency: 0,
      downloadThroughput: -1,
      uploadThroughput: -1,
    })
  await network(true)
  stage.gate.turn('open')
  const second = await openTab(first.context, 'phone', address)
  await second.page.getByText(saved).waitFor()
  await hosting.sees(votes([0, 1, 0]))
  await first.page.getByRole('heading', { name: 'You went on in another window.' }).waitFor()
  await network(false)
  await second.page.getByText('fine', { exact: true }).click()
  await hosting.sees(votes([1, 0, 0]))
  await first.page.getByRole('heading', { name: 'You went on in another window.' }).waitFor()
  await second.page.getByText(saved).waitFor()
  await first.context.close()
})

test('two tabs that find the same kept answers send each of them once, in the order in which they were given', async () => {
  await using hosting = await openHosting(stage.system.url)
  const address = `${stage.gate.url}/s/${hosting.code}`
  const ann = await openDevice(stage.browser, 'phone', address)
  await atThePoll(hosting, ann)
  await answerOffline(ann, 'fine')
  for (const option of ['tired', 'curious', 'fine', 'curious'])
    await ann.page.getByText(option, { exact: true }).click()
  await ann.page.getByText(/answer is kept/).waitFor()
  await ann.page.close()

  const sent: string[] = []
  const choices: (string | undefined)[] = []
  ann.context.on('page', (page) =>
    page.on('websocket', (socket) =>
      socket.on('framesent', ({ payload }) => {
        const frame = String(payload)
        const id = frame.includes('"sessions.command"') ? /"commandId":"([^"]+)"/.exec(frame)?.[1] : undefined
        if (id !== undefined) sent.push(id)
        if (id !== undefined) choices.push(/"choice":\[(\d)\]/.exec(frame)?.[1])
      }),
    ),
  )
  stage.gate.turn('open')
  await Promise.all([openTab(ann.context, 'phone', stage.gate.url), openTab(ann.context, 'phone', stage.gate.url)])
  const isAllSent = async () => {
    const { counted } = await hosting.host.trpc.sessions.receipts.query({ sessionId: hosting.sessionId })
    // Opened, started, joined, and five answers.
    return counted
  }
  await expect.poll(isAllSent, { timeout: 20_000 }).toBe(8)
  await hosting.sees(votes([0, 0, 1]))
  const report = await hosting.host.trpc.sessions.receipts.query({ sessionId: hosting.sessionId })
  expect(report.duplicates).toBe(0)
  expect(sent).toHaveLength(5)
  expect(new Set(sent).size).toBe(5)
  expect(choices).toEqual(['0', '1', '2', '0', '2'])
  await ann.context.close()
})

test('the phone reports what it was promised, and that is what was counted', async () => {
  await using hosting = await openHosting(stage.system.url)
  const ann = await openDevice(stage.browser, 'phone', `${stage.gate.url}/s/${hosting.code}`)
  await enterName(ann, 'Ann')
  await hosting.command({ type: 'start' })
  await ann.page.getByText('fine', { exact: true }).click()
  await ann.page.getByText(saved).waitFor()
  const { sessionId } = hosting
  await expect
    .poll(async () => (await hosting.host.trpc.sessions.receipts.query({ sessionId })).pages, { timeout: 20_000 })
    .toMatchObject({
      reported: 1,
      issued: 2,
      waiting: 0,
      acknowledged: 2,
      refused: 0,
      missing: [],
      countedThoughRefused: [],
    })
  await ann.context.close()
})

test('the screen stays awake while something is open, and again after the phone was looked away from', async () => {
  await using hosting = await openHosting(stage.system.url)
  const context = await stage.browser.newContext(deviceOptions('phone'))
  await context.addInitScript(() => {
    const asked: string[] = []
    Object.assign(globalThis, { asked })
    const lock = { release: async () => void asked.push('released') }
    const request = async () => {
      asked.push('asked')
      return lock
    }
    Object.defineProperty(navigator, 'wakeLock', { value: { request } })
  })
  const asked = (device: Device) => device.page.evaluate(() => (globalThis as unknown as { asked: string[] }).asked)
  const ann = await openTab(context, 'phone', `${stage.gate.url}/s/${hosting.code}`)
  await enterName(ann, 'Ann')
  await expect.poll(async () => (await asked(ann)).at(-1)).toBe('asked')
  const before = (await asked(ann)).filter((word) => word === 'asked').length
  for (const state of ['hidden', 'visible']) {
    await ann.page.evaluate((visibility) => {
      Object.defineProperty(document, 'visibilityState', { value: visibility, configurable: true })
      document.dispatchEvent(new Event('visibilitychange'))
    }, state)
  }
  await expect.poll(async () => (await asked(ann)).filter((word) => word === 'asked').length).toBe(before + 1)
  await hosting.command({ type: 'start' })
  await hosting.command({ type: 'end' })
  await ann.page.getByText('The workshop was ended.', { exact: false }).first().waitFor()
  await expect.poll(async () => (await asked(ann)).at(-1)).toBe('released')
  await context.close()
})

/** As when the battery dies: nothing gets to say goodbye. */
async function killBrowser(profile: string, context: BrowserContext): Promise<void> {
  const gone = new Promise((resolve) => context.once('close', resolve))
  const listed = execFileSync('ps', ['-axo', 'pid=,args=']).toString().split('\n')
  const ours = listed.filter((line) => line.includes(profile))
  for (const line of ours) process.kill(Number.parseInt(line, 10), 'SIGKILL')
  await gone
}
