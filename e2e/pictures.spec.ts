import { readFile } from 'node:fs/promises'
import { connect } from '@humuus/client'
import { expect, test } from 'vitest'
import { openHosting } from './hosting.ts'
import { enterName, openDevice } from './people.ts'
import { openStage } from './stage.ts'

const stage = openStage()
const garden = (images: readonly { url: string; alt: string }[] = []) => ({
  format: 'humuus/1',
  title: 'A garden',
  nodes: [
    { id: 'look', type: 'slide', data: { headline: 'Look at this', images } },
    {
      id: 'guess',
      type: 'quiz',
      data: {
        text: 'What is this?',
        readSeconds: 0,
        ...(images[0] !== undefined && { image: images[0] }),
        options: [{ text: 'A leaf', correct: true }, { text: 'A root' }],
      },
    },
    { id: 'end', type: 'end', data: {} },
  ],
})

test('a picture is sent to a workshop, and a slide and a question that name its address show it on phone and screen', async () => {
  await using host = await connect({ url: stage.system.url })
  const made = await host.trpc.workshops.create.mutate({ file: garden() })
  if (!made.ok) throw new Error(JSON.stringify(made.issues))
  const desk = await openDevice(stage.browser, 'console', `${stage.system.url}/w/${made.id}`, { account: host.device })
  await desk.page.getByRole('heading', { name: 'Pictures' }).scrollIntoViewIfNeeded()
  const photo = await readFile(new URL('../packages/files/src/testing/samples/photo.jpg', import.meta.url))
  await desk.page
    .getByLabel('Add a picture')
    .first()
    .setInputFiles({ name: 'leaf.jpg', mimeType: 'image/jpeg', buffer: photo })
  await desk.page.getByText('leaf.jpg').waitFor()
  const address = desk.page.getByText(/^\/?.*\/files\/.+/).first()
  await address.waitFor({ timeout: 60_000 })
  await desk.page.getByRole('heading', { name: 'Pictures' }).scrollIntoViewIfNeeded()
  await desk.picture('pictures')
  const url = await address.textContent()

  await using hosting = await openHosting(stage.system.url, garden([{ url: url ?? '', alt: 'A leaf' }]))
  const phone = await openDevice(stage.browser, 'phone', `${stage.system.url}/s/${hosting.code}`)
  await enterName(phone, 'Ann')
  const screen = await openDevice(
    stage.browser,
    'screen',
    `${stage.system.url}/screen/${hosting.sessionId}#${hosting.screenKey}`,
  )
  await hosting.command({ type: 'start' })
  for (const step of ['slide', 'quiz']) {
    if (step === 'quiz') {
      await hosting.command({ type: 'next', from: 'look' })
      for (const { page } of [phone, screen]) await page.getByText('What is this?').first().waitFor()
    }
    for (const { page } of [phone, screen]) {
      const shown = page.getByRole('img', { name: 'A leaf' })
      await shown.waitFor()
      const width = () => shown.evaluate((image) => (image as HTMLImageElement).naturalWidth)
      await expect.poll(width).toBeGreaterThan(10)
    }
    await phone.picture(`picture-${step}`)
    await screen.picture(`picture-${step}`)
  }
  // As long as a workshop shows it, it is not removed by mistake.
  await desk.page.getByRole('button', { name: 'Remove leaf.jpg' }).click()
  await desk.page.getByText('A workshop still shows this file. Take it out there first.').waitFor()
  for (const { complaints } of [desk, phone, screen]) expect(complaints).toEqual([])
})
