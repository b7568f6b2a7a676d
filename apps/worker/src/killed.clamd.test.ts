import { fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { testDatabase } from '@humuus/db/testing'
import { findClamd } from '@humuus/files/testing'
import { openQueues } from '@humuus/jobs'
import sharp from 'sharp'
import { expect, test, vi } from 'vitest'
import { openPlace } from './testing/place.ts'
import { standInServer } from './testing/stand-in-server.ts'

const secret = 'a secret of more than thirty-two characters'

// A job of a worker that died is another one's after a minute.
vi.setConfig({ testTimeout: 400_000 })

test('a worker that is killed while it prepares a file loses nothing: the next one does it, and tidies up', async ({
  skip,
}) => {
  const found = await findClamd()
  if ('missing' in found) return skip(found.missing)
  await using clamd = found
  await using database = await testDatabase()
  await using server = await standInServer(secret)
  await using place = await openPlace()
  const TMPDIR = join(place.workDir, 'tmp')
  await mkdir(TMPDIR, { recursive: true })
  await using queues = openQueues({ databaseUrl: database.url }, { onError: (error) => console.error(error) })

  const startWorker = () => {
    const child = fork(fileURLToPath(new URL('main.ts', import.meta.url)), {
      execArgv: ['--conditions=@humuus/source', '--import', 'tsx'],
      env: {
        ...{ PATH: process.env.PATH, TMPDIR, INTERNAL_SECRET: secret, SERVER_URL: server.url },
        ...{ DATABASE_URL: database.url, FILES_DIR: place.filesDir, CLAMAV_URL: clamd.url },
      },
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    })
    const ended = once(child, 'exit')
    const kill = async () => {
      child.kill('SIGKILL')
      await ended
    }
    return { kill, [Symbol.asyncDispose]: kill }
  }
  const inWork = async () => {
    const folders = await readdir(join(TMPDIR, 'humuus-worker')).catch(() => [])
    return Promise.all(folders.map((name) => readdir(join(TMPDIR, 'humuus-worker', name)).catch(() => [])))
  }

  const noise = { type: 'gaussian', mean: 128, sigma: 40 } as const
  const photo = await sharp({ create: { width: 4_000, height: 3_000, channels: 3, background: '#fff', noise } })
    .jpeg({ quality: 60 })
    .toBuffer()
  const fileId = server.receive({ kind: 'picture', ext: 'jpg', size: photo.length, state: 'scanning' })
  await place.bring(fileId, photo)

  {
    await using mortal = startWorker()
    await queues.scans.schedule({ fileId })
    await vi.waitFor(() => expect(server.fileNews).toMatchObject([{ outcome: 'clean' }]), { timeout: 60_000 })
    await queues.derivations.schedule({ fileId })
    await vi.waitFor(async () => expect((await inWork()).flat()).toContain('original.jpg'), {
      timeout: 60_000,
      interval: 20,
    })
    await mortal.kill()
  }
  expect(server.fileNews).toHaveLength(1)

  await using _next = startWorker()
  // As long as the first one's claim to the job holds.
  await vi.waitFor(() => expect(server.fileNews).toHaveLength(2), { timeout: 200_000, interval: 200 })
  expect(server.fileNews[1]).toMatchObject({ fileId, news: 'derived', variants: [{}, {}, {}] })
  expect(await place.keys(`${fileId}/`)).toHaveLength(3)
  await vi.waitFor(async () => expect(await inWork()).toEqual([]), { timeout: 10_000 })
})
