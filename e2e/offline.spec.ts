import type { Page } from 'playwright-core'
import { afterEach, expect, test } from 'vitest'
import { openHosting } from './hosting.ts'
import { type Device, enterName, openDevice, openTab } from './people.ts'
import { openGatedStage } from './stage.ts'

const stage = openGatedStage()

afterEach(() => stage.gate.files.clear())

const onPhone = (page: Page) =>
  page.evaluate(async () => {
    const paths: string[] = []
    for (const name of await caches.keys()) {
      for (const { url } of await (await caches.open(name)).keys()) paths.push(new URL(url).pathname)
    }
    return paths
  })

/** Waits until the phone has what it needs to open without a network, the texts of its language included. */
async function untilKept({ page }: Device): Promise<void> {
  await page.evaluate(async () => (await navigator.serviceWorker.ready).active?.state)
  await expect
    .poll(async () => (await onPhone(page)).some((path) => path.includes('for-phones')), { timeout: 20_000 })
    .toBe(true)
}

test('what is kept on a phone is what it needs to open, and nothing of the API', async () => {
  const ann = await openDevice(stage.browser, 'phone', stage.gate.url)
  await untilKept(ann)
  const kept = await onPhone(ann.page)
  expect(kept).toContain('/index.html')
  expect(kept.some((path) => path.includes('ParticipantPage'))).toBe(true)
  expect(kept.filter((path) => path.includes('for-phones'))).toHaveLength(1)
  expect(kept.filter((path) => path.endsWith('.woff2')).length).toBeGreaterThan(0)
  expect(kept.filter((path) => /trpc|HostPage|ScreenPage|LibraryPage|for-desks/.test(path))).toEqual([])
  await ann.context.close()
})

test('the service worker is always fetched fresh and may run', async () => {
  const answer = await fetch(`${stage.gate.url}/sw.js`)
  expect(answer.headers.get('cache-control')).toBe('no-cache')
  expect(answer.headers.get('content-security-policy')).toContain("worker-src 'self'")
  expect(answer.headers.get('content-type')).toContain('javascript')
})

test('the page for the code opens with the server stopped', async () => {
  const ann = await openDevice(stage.browser, 'phone', stage.gate.url)
  await untilKept(ann)
  stage.gate.turn('shut')
  const again = await openTab(ann.context, 'phone', stage.gate.url)
  await again.page.getByRole('heading', { name: 'Enter the code' }).waitFor()
  expect(again.complaints).toEqual([])
  await ann.context.close()
})

test('the page of a participant opens with the server stopped, says what it waits for, and goes on by itself', async () => {
  await using hosting = await openHosting(stage.system.url)
  const address = `${stage.gate.url}/s/${hosting.code}`
  const ann = await openDevice(stage.browser, 'phone', address)
  await enterName(ann, 'Ann')
  await untilKept(ann)
  await hosting.command({ type: 'start' })
  await ann.page.getByRole('heading', { name: 'How are you?' }).waitFor()
  stage.gate.turn('shut')
  await ann.page.getByText('fine', { exact: true }).click()
  await ann.page
    .getByText(/answer is kept/)
    .first()
    .waitFor()
  await ann.page.close()
  const again = await openTab(ann.context, 'phone', address)
  await again.page.getByText('Waiting for network. Your answer is kept.').waitFor()
  await again.page.getByRole('heading', { name: 'The server cannot be reached.' }).waitFor()
  await again.picture('offline-start')
  await again.page.emulateMedia({ colorScheme: 'dark' })
  await again.picture('offline-start-dark')
  stage.gate.turn('open')
  await again.page.getByText('Your answer is saved.').waitFor()
  expect(again.complaints).toEqual([])
  await ann.context.close()
})

test('a code that nobody answered is looked up again by itself', async () => {
  await using hosting = await openHosting(stage.system.url)
  const ann = await openDevice(stage.browser, 'phone', stage.gate.url)
  await untilKept(ann)
  stage.gate.turn('shut')
  await ann.page.getByRole('textbox', { name: /code/i }).fill(hosting.code)
  await ann.page.getByText('We go on trying.', { exact: false }).waitFor()
  await ann.picture('code-unanswered')
  stage.gate.turn('open')
  await enterName(ann, 'Ann')
  expect(ann.complaints).toEqual([])
  await ann.context.close()
})

test('a server that stumbles is not shown to who has the page', async () => {
  const ann = await openDevice(stage.browser, 'phone', stage.gate.url)
  await untilKept(ann)
  stage.gate.turn('broken')
  const again = await openTab(ann.context, 'phone', stage.gate.url)
  await again.page.getByRole('heading', { name: 'Enter the code' }).waitFor()
  await ann.context.close()
})

test('an update does not touch an open step; the next start has it', async () => {
  await using hosting = await openHosting(stage.system.url)
  const path = `/s/${hosting.code}`
  const ann = await openDevice(stage.browser, 'phone', stage.gate.url + path)
  await enterName(ann, 'Ann')
  await untilKept(ann)
  await hosting.command({ type: 'start' })
  await ann.page.getByRole('heading', { name: 'How are you?' }).waitFor()
  await ann.page.evaluate(() => Object.assign(globalThis, { sameLoad: true }))

  await publishUpdate([path, '/'])
  const waits = await ann.page.evaluate(async () => {
    const registration = await navigator.serviceWorker.ready
    await registration.update()
    for (let look = 0; look < 200 && registration.waiting === null; look++) {
      await new Promise((resolve) => setTimeout(resolve, 50))
    }
    return registration.waiting?.state
  })
  expect(waits).toBe('installed')
  await ann.page.getByText('fine', { exact: true }).click()
  await ann.page.getByText('Your answer is saved.').waitFor()
  await hosting.command({ type: 'close', nodeId: 'mood' })
  await hosting.command({ type: 'reveal', nodeId: 'mood' })
  await ann.page.getByText('What the room says').waitFor()
  expect(await ann.page.evaluate(() => 'sameLoad' in globalThis)).toBe(true)
  expect(await isUpdated(ann.page)).toBe(false)
  // Its own parts are still to be had, where the server is not asked for them.
  stage.gate.turn('shut')
  const script = await ann.page.locator('script[src^="/assets/"]').first().getAttribute('src')
  expect(await ann.page.evaluate(async (src) => (await fetch(src ?? '')).status, script)).toBe(200)
  stage.gate.turn('open')

  await ann.page.close()
  const again = await openTab(ann.context, 'phone', stage.gate.url + path)
  await again.page.getByText('What the room says').waitFor()
  expect(await isUpdated(again.page)).toBe(true)
  await expect
    .poll(() => again.page.evaluate(async () => (await navigator.serviceWorker.ready).waiting === null))
    .toBe(true)
  // Also without a network the new one is what opens.
  stage.gate.turn('shut')
  await again.page.close()
  const offline = await openTab(ann.context, 'phone', stage.gate.url)
  await offline.page.getByRole('heading', { name: 'Enter the code' }).waitFor()
  expect(await isUpdated(offline.page)).toBe(true)
  await ann.context.close()
})

test('an update takes over at once where nobody is in a session', async () => {
  const ann = await openDevice(stage.browser, 'phone', stage.gate.url)
  await untilKept(ann)
  const before = await ann.page.evaluate(() => caches.keys())
  await publishUpdate(['/'])
  const after = await ann.page.evaluate(async () => {
    const registration = await navigator.serviceWorker.ready
    await registration.update()
    for (let look = 0; look < 200 && (await caches.keys()).length < 2; look++) {
      await new Promise((resolve) => setTimeout(resolve, 50))
    }
    return caches.keys()
  })
  expect(after).toHaveLength(2)
  expect(after).toEqual(expect.arrayContaining(before))
  await expect
    .poll(() => ann.page.evaluate(async () => (await navigator.serviceWorker.ready).waiting === null))
    .toBe(true)
  await ann.context.close()
})

const marker = '<meta name="build" content="next" />'
const isUpdated = async (page: Page) => (await page.locator('meta[name="build"]').count()) > 0

/** What a deployment does: another page, and a service worker that knows of it. */
async function publishUpdate(pages: readonly string[]): Promise<void> {
  const page = await (await fetch(`${stage.system.url}/index.html`)).text()
  const worker = await (await fetch(`${stage.system.url}/sw.js`)).text()
  const next = page.replace('<head>', `<head>${marker}`)
  for (const path of [...pages, '/index.html']) stage.gate.files.set(path, next)
  stage.gate.files.set('/sw.js', worker.replace(/version:(.)[0-9a-f]{16}\1/, 'version:$1fedcba9876543210$1'))
}
