import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type ClamdForTests, eicar, findClamd } from '@humuus/files/testing'
import type { Page, Request } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Hosting, openHosting } from './hosting.ts'
import { type Device, enterName, openDevice } from './people.ts'
import { openGatedStage } from './stage.ts'

let folder: string
let clamd: ClamdForTests | null = null

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'humuus-birds-'))
  const found = await findClamd()
  clamd = 'missing' in found ? null : found
})

afterAll(async () => {
  await clamd?.[Symbol.asyncDispose]()
  await rm(folder, { recursive: true, force: true })
})

const stage = openGatedStage(() => (clamd === null ? {} : { CLAMAV_URL: clamd.url }))

const workshopOf = (data: object) => ({
  format: 'humuus/1',
  title: 'Our garden',
  nodes: [
    { id: 'show', type: 'upload', data: { text: 'Show us a place where something grows', ...data } },
    { id: 'mood', type: 'poll', data: { text: 'Which one?', options: [{ text: 'This' }, { text: 'That' }] } },
    { id: 'end', type: 'end', data: {} },
  ],
})

const consoleOf = ({ sessionId, host }: Hosting, looks = {}) =>
  openDevice(stage.browser, 'console', `${stage.system.url}/host/${sessionId}`, { account: host.device, ...looks })

/** A photo of this many leaves, as a phone's camera would give it. */
async function photo(page: Page, leaves: number): Promise<Buffer> {
  const base64 = await page.evaluate((count) => {
    const canvas = document.createElement('canvas')
    canvas.width = 1_600
    canvas.height = 1_200
    const pen = canvas.getContext('2d')
    if (pen === null) throw new Error('this browser draws nothing')
    const hue = (count * 67) % 360
    const sky = pen.createLinearGradient(0, 0, 0, 1_200)
    sky.addColorStop(0, `hsl(${hue} 45% 80%)`)
    sky.addColorStop(1, `hsl(${hue + 60} 40% 45%)`)
    pen.fillStyle = sky
    pen.fillRect(0, 0, 1_600, 1_200)
    for (let leaf = 0; leaf < count * 4; leaf++) {
      pen.fillStyle = `hsl(${90 + ((leaf * 37) % 70)} 50% ${25 + ((leaf * 13) % 40)}%)`
      pen.beginPath()
      pen.ellipse(100 + ((leaf * 397) % 1_400), 200 + ((leaf * 211) % 900), 140, 60, leaf, 0, 7)
      pen.fill()
    }
    return canvas.toDataURL('image/jpeg', 0.85).split(',')[1] ?? ''
  }, leaves)
  return Buffer.from(base64, 'base64')
}

const jpeg = (name: string, buffer: Buffer) => ({ name, mimeType: 'image/jpeg', buffer })

/** The same picture with a remark in it, as cameras write them. */
function remarked(picture: Buffer, words: string): Buffer {
  const head = Buffer.from([0xff, 0xfe, 0, words.length + 2])
  return Buffer.concat([picture.subarray(0, 2), head, Buffer.from(words), picture.subarray(2)])
}

/** Three seconds of noise, or more: what cannot be made smaller on the way. */
function noise(bytes: number): Buffer {
  const wav = Buffer.alloc(44 + bytes)
  wav.write('RIFF', 0)
  wav.writeUInt32LE(36 + bytes, 4)
  wav.write('WAVEfmt ', 8)
  wav.writeUInt32LE(16, 16)
  wav.writeUInt16LE(1, 20)
  wav.writeUInt16LE(1, 22)
  wav.writeUInt32LE(48_000, 24)
  wav.writeUInt32LE(96_000, 28)
  wav.writeUInt16LE(2, 32)
  wav.writeUInt16LE(16, 34)
  wav.write('data', 36)
  wav.writeUInt32LE(bytes, 40)
  for (let at = 44; at < wav.length; at += 2) wav.writeInt16LE(((at * 7_919) % 60_000) - 30_000, at)
  return wav
}

/** The noise as a file on a disk: a browser is told where it is, not what is in it. */
async function birds(bytes: number): Promise<string> {
  const path = join(folder, 'birds.wav')
  await writeFile(path, noise(bytes))
  return path
}

const takePhoto = ({ page }: Device, file: ReturnType<typeof jpeg>) =>
  page.getByLabel('Take a photo').first().setInputFiles(file)
const chooseFiles = ({ page }: Device, ...files: ReturnType<typeof jpeg>[]) =>
  page.getByLabel('Choose a file').first().setInputFiles(files)

/** The pictures of a wall that are really drawn. */
const drawn = (page: Page) =>
  page.evaluate(() => Array.from(document.images).filter((image) => image.complete && image.naturalWidth > 0).length)

async function waitForDrawn(page: Page, count: number): Promise<void> {
  await expect.poll(() => drawn(page), { timeout: 60_000, interval: 200 }).toBeGreaterThanOrEqual(count)
}

test('a photo goes from a phone over scanner and approval to the screen, gets votes, and comes home as a zip', async () => {
  const workshop = workshopOf({ moderation: 'before', votes: 2, showNames: true })
  await using hosting = await openHosting(stage.system.url, workshop)
  const [ann, ben] = await Promise.all([
    openDevice(stage.browser, 'phone', `${stage.system.url}/s/${hosting.code}`),
    openDevice(stage.browser, 'phone', `${stage.system.url}/s/${hosting.code}`, {
      locale: 'de-DE',
      colorScheme: 'dark',
    }),
  ])
  await enterName(ann, 'Ann')
  await ben.page.getByRole('textbox', { name: 'Dein Name hier' }).fill('Ben')
  await ben.page.getByRole('button', { name: 'Mitmachen', exact: true }).click()
  await hosting.command({ type: 'start' })
  const hal = await consoleOf(hosting)
  const screen = await openDevice(
    stage.browser,
    'screen',
    `${stage.system.url}/screen/${hosting.sessionId}#${hosting.screenKey}`,
  )
  const night = await openDevice(
    stage.browser,
    'screen',
    `${stage.system.url}/screen/${hosting.sessionId}#${hosting.screenKey}`,
    {
      colorScheme: 'dark',
    },
  )
  await ann.page.getByRole('heading', { name: 'Show us a place where something grows' }).waitFor()
  await ann.picture('upload-empty')
  await hal.page.getByText('Nothing has come in yet.').waitFor()

  await takePhoto(ann, jpeg('IMG_1.jpg', await photo(ann.page, 9)))
  await ann.page.getByText('Is here. Others do not see it yet.').waitFor({ timeout: 60_000 })
  await ann.page.getByRole('button', { name: 'Say something' }).click()
  await ann.page.getByRole('textbox', { name: 'About your file' }).fill('Behind the bicycle shed')
  await ann.picture('upload-caption')
  await ann.page.getByRole('button', { name: 'Save' }).click()
  await hal.page.getByText('Behind the bicycle shed').waitFor()
  await hal.page.getByText('waits for you', { exact: true }).waitFor()
  if (clamd === null) await hal.page.getByText('not scanned').waitFor()
  else expect(await hal.page.getByText('not scanned').count()).toBe(0)
  await waitForDrawn(hal.page, 1)
  await hal.picture('upload-waiting')
  expect(await drawn(screen.page)).toBe(0)

  await hal.page.getByRole('button', { name: 'Show on the wall: Behind the bicycle shed' }).click()
  await waitForDrawn(screen.page, 1)
  await screen.page.getByText('Behind the bicycle shed').waitFor()
  await ann.page.getByText('Everybody sees it').waitFor()
  await screen.picture('upload-one')

  await ben.page.getByRole('button', { name: 'Dafür stimmen' }).click()
  await ben.page.getByText('Deine Stimme', { exact: true }).waitFor()
  await waitForDrawn(ben.page, 1)
  await ben.wholePicture('upload-vote-de-dark')
  await screen.page.getByText('1 vote', { exact: true }).waitFor({ state: 'attached' })

  for (const [index, leaves] of [5, 14, 22, 30].entries()) {
    await takePhoto(ann, jpeg(`IMG_${index + 2}.jpg`, await photo(ann.page, leaves)))
  }
  await hal.page.getByText(/4 wait for you/).waitFor({ timeout: 60_000 })
  await hal.page.getByRole('button', { name: 'Show all that wait' }).click()
  await waitForDrawn(screen.page, 5)
  await waitForDrawn(night.page, 5)
  await ann.page.getByText('You gave all 5 files there is room for.', { exact: false }).waitFor()
  await ann.wholePicture('upload-mine')
  await screen.picture('upload-wall')
  await night.picture('upload-wall-dark')
  await hal.wholePicture('upload-desk')
  await hal.page.getByRole('button', { name: 'Large on the screen: Behind the bicycle shed' }).click()
  await screen.page.locator('figure').waitFor()
  await waitForDrawn(screen.page, 1)
  await screen.picture('upload-large')

  const [download] = await Promise.all([
    hal.page.waitForEvent('download'),
    hal.page.getByRole('button', { name: 'Download all' }).click(),
  ])
  const zip = await readFile(await download.path())
  expect(zip.subarray(0, 2).toString()).toBe('PK')
  // One entry of its directory for each file.
  expect(zip.toString('latin1').split('PK\u0001\u0002')).toHaveLength(6)

  await hosting.command({ type: 'end' })
  await ann.page.getByText('Thank you for being here.').waitFor()
  await ann.page.getByText('Behind the bicycle shed').waitFor()
  await waitForDrawn(ann.page, 5)
  await ann.wholePicture('upload-kept')
  await hal.page.goto(`${stage.system.url}/report/${hosting.sessionId}`)
  await hal.page.getByText('Behind the bicycle shed').waitFor()
  await hal.page.getByText(/These files are deleted on/).waitFor()
  await waitForDrawn(hal.page, 5)
  await hal.wholePicture('upload-report')
  for (const device of [hal, screen, night, ann, ben]) expect(device.complaints).toEqual([])
})

test('what cannot be taken is refused in words, at once or after it was looked at', async () => {
  await using hosting = await openHosting(stage.system.url, workshopOf({ maxFiles: 10 }))
  const ann = await openDevice(stage.browser, 'phone', `${stage.system.url}/s/${hosting.code}`)
  await enterName(ann, 'Ann')
  await hosting.command({ type: 'start' })
  await ann.page.getByText('0 of 10 files.').waitFor()
  await ann.page.getByText(/50 MB each/).waitFor()
  const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>')
  await chooseFiles(ann, { name: 'drawing.svg', mimeType: 'image/svg+xml', buffer: svg })
  await ann.page.getByText(/This cannot be sent here\. Taken are/).waitFor()
  await ann.page.getByRole('button', { name: 'Put away' }).click()
  await chooseFiles(ann, jpeg('drawing.jpg', svg))
  await ann.page.getByText(/This cannot be sent here|is not what its name says/).waitFor()
  await ann.picture('upload-refused')
  await ann.page.getByRole('button', { name: 'Put away' }).click()
  if (clamd !== null) {
    await takePhoto(ann, jpeg('IMG_1.jpg', remarked(await photo(ann.page, 3), eicar)))
    await ann.page.getByText(/The virus scanner found something/).waitFor({ timeout: 60_000 })
    const hal = await consoleOf(hosting)
    await hal.page.getByText('not taken', { exact: true }).waitFor()
    await hal.picture('upload-infected')
    expect(hal.complaints).toEqual([])
  }
  expect(ann.complaints).toEqual([])
})

test('an upload that is cut in the middle waits for network, outlives a reload, and goes on where it was', async () => {
  await using hosting = await openHosting(stage.system.url, workshopOf({ results: 'live' }))
  const ann = await openDevice(stage.browser, 'phone', `${stage.gate.url}/s/${hosting.code}`)
  await enterName(ann, 'Ann')
  await hosting.command({ type: 'start' })
  await ann.page.getByText('0 of 5 files.').waitFor()
  const line = await ann.context.newCDPSession(ann.page)
  await line.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: 0,
    downloadThroughput: -1,
    uploadThroughput: 1_500_000,
  })
  await ann.page
    .getByLabel('Choose a file')
    .first()
    .setInputFiles(await birds(12_000_000))
  const bar = ann.page.getByRole('progressbar', { name: /birds\.wav/ })
  const percent = async () => Number((await bar.getAttribute('aria-valuenow')) ?? 0)
  await expect.poll(percent, { timeout: 60_000 }).toBeGreaterThan(20)
  await ann.picture('upload-sending')
  stage.gate.turn('shut')
  await ann.page.getByText(/Waiting for network\. \d+ % are there\./).waitFor({ timeout: 40_000 })
  await ann.picture('upload-waiting-for-network')

  const offsets: number[] = []
  const note = (request: Request) => {
    const offset = request.headers()['upload-offset']
    if (request.method() === 'PATCH' && offset !== undefined) offsets.push(Number(offset))
  }
  ann.page.on('request', note)
  stage.gate.turn('open')
  await ann.page.reload()
  await ann.page.getByText('birds.wav').waitFor()
  await hosting.command({ type: 'close', nodeId: 'show' })
  await ann.page.getByText('Everybody sees it').waitFor({ timeout: 90_000 })
  expect(Math.min(...offsets)).toBeGreaterThan(1_000_000)
  await ann.page.locator('audio').waitFor()
  await hosting.sees(
    ({ step }) =>
      step?.content.type === 'upload' &&
      step.content.files.some(({ kind, stage }) => kind === 'audio' && stage === 'shown'),
  )
  await ann.picture('upload-arrived')
  expect(ann.complaints).toEqual([])
})

test('an upload can be paused, gone on with, cancelled, and taken back', async () => {
  await using hosting = await openHosting(stage.system.url, workshopOf({}))
  const ann = await openDevice(stage.browser, 'phone', `${stage.gate.url}/s/${hosting.code}`)
  await enterName(ann, 'Ann')
  await hosting.command({ type: 'start' })
  await ann.page.getByText('0 of 5 files.').waitFor()
  const line = await ann.context.newCDPSession(ann.page)
  const throttle = (uploadThroughput: number) =>
    line.send('Network.emulateNetworkConditions', {
      offline: false,
      latency: 0,
      downloadThroughput: -1,
      uploadThroughput,
    })
  await throttle(800_000)
  await ann.page
    .getByLabel('Choose a file')
    .first()
    .setInputFiles(await birds(6_000_000))
  await ann.page.getByText(/^[1-9]\d? %$/).waitFor()
  await ann.page.getByRole('button', { name: 'Pause' }).click()
  await ann.page.getByText(/Paused at \d+ %/).waitFor()
  await ann.page.reload()
  await ann.page.getByText(/Paused at/).waitFor()
  await ann.page.getByRole('button', { name: 'Cancel' }).click()
  await ann.page.getByText('birds.wav').waitFor({ state: 'detached' })
  await ann.page.getByText('0 of 5 files.').waitFor()
  await takePhoto(ann, jpeg('IMG_1.jpg', await photo(ann.page, 12)))
  await ann.page.getByText('Everybody sees it').waitFor({ timeout: 60_000 })
  await ann.page.getByRole('button', { name: 'Take back' }).click()
  await ann.page.getByText('0 of 5 files.').waitFor()
  await hosting.sees(({ step }) => step?.content.type === 'upload' && step.content.files.length === 0)
  expect(ann.complaints).toEqual([])
})

test('a voice is recorded, and everybody can listen to it', async () => {
  await using hosting = await openHosting(stage.system.url, workshopOf({}))
  const ann = await openDevice(stage.browser, 'phone', `${stage.gate.url}/s/${hosting.code}`)
  await enterName(ann, 'Ann')
  await hosting.command({ type: 'start' })
  const record = ann.page.getByRole('button', { name: 'Record' })
  await record.click()
  await ann.page.getByRole('button', { name: 'Discard' }).click()
  await record.click()
  await ann.page.getByText('0:02').waitFor()
  await ann.picture('upload-recording')
  await ann.page.getByRole('button', { name: 'Stop and send' }).click()
  const { step } = await hosting.sees(({ step }) => step?.content.type === 'upload' && step.content.files.length === 1)
  expect(step?.content).toMatchObject({ files: [{ kind: 'audio' }] })
  await ann.page.getByText('Everybody sees it').waitFor({ timeout: 60_000 })
  await ann.picture('upload-recorded')
  expect(ann.complaints).toEqual([])
})
