import { readFileSync } from 'node:fs'
import { setTimeout } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { inRepository } from './repository.mjs'
import { installation } from './testing/installation.ts'
import { scratchFolder } from './testing/scratch.ts'

const picture = readFileSync(inRepository('packages', 'files', 'src', 'testing', 'samples', 'drawing.png'))

test('npm run backup, while people work, and npm run restore elsewhere: accounts, workshops and files are as they were', async () => {
  using here = await installation()
  using there = await installation()
  using folder = scratchFolder()
  const file = `${folder.path}/kept.tar.gz`

  const before = await (async () => {
    await using running = here.start()
    await running.prints('Ctrl-C')
    const token = await here.signIn()
    await here.rename(token, 'Ann')
    const workshop = await here.create(token, 'Kept')
    await here.upload(token, workshop, 'drawing.png', picture)
    while ((await here.media(token))[0]?.url === null) await setTimeout(100)
    const [media] = await here.media(token)
    const shown = await bytesAt(media?.url, here.url)
    await using backup = here.start('backup', file)
    expect(await backup.ended, backup.printed()).toBe(0)
    expect(backup.printed()).toContain(`${file}: 1 people`)
    await using doctor = here.start('doctor')
    expect(await doctor.ended, doctor.printed()).toBe(0)
    expect(doctor.printed()).toContain(`files can be kept in ${here.data}/files`)
    await using early = here.start('restore', file, '--replace')
    expect(await early.ended).toBe(1)
    return { token, shown, media: media?.name }
  })()

  await using restore = there.start('restore', file)
  expect(await restore.ended, restore.printed()).toBe(0)
  await using running = there.start()
  await running.prints('Ctrl-C')
  // The secrets came, too: people are signed in as before.
  expect(await there.me(before.token)).toMatchObject({ name: 'Ann' })
  expect((await there.library(before.token)).map(({ title }) => title)).toContain('Kept')
  const [media] = await there.media(before.token)
  expect(media?.name).toBe(before.media)
  expect(await bytesAt(media?.url, there.url)).toEqual(before.shown)
  running.process.kill('SIGINT')
  await running.ended

  await using again = there.start('restore', file)
  expect(await again.ended).toBe(1)
  expect(again.printed()).toContain('add --replace')
})

async function bytesAt(path: string | null | undefined, url: string): Promise<Buffer> {
  const answer = await fetch(new URL(path ?? '', url))
  expect(answer.status).toBe(200)
  return Buffer.from(await answer.arrayBuffer())
}
