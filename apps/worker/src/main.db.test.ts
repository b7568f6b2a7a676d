import { fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { testDatabase } from '@humuus/db/testing'
import { expect, test } from 'vitest'

const secret = 'a secret of more than thirty-two characters'

/** The worker as a process of its own, as the launcher starts it. */
function start(env: NodeJS.ProcessEnv) {
  const child = fork(fileURLToPath(new URL('main.ts', import.meta.url)), {
    execArgv: ['--conditions=@humuus/source', '--import', 'tsx'],
    env: { PATH: process.env.PATH, ...env },
    silent: true,
  })
  let said = ''
  let complained = ''
  child.stdout?.on('data', (text) => {
    said += text
  })
  child.stderr?.on('data', (text) => {
    complained += text
  })
  const lastWords = [child.stdout, child.stderr].map((stream) => stream && once(stream, 'end'))
  const ended = once(child, 'exit').then(async ([code]) => {
    await Promise.all(lastWords)
    return code as number | null
  })
  return {
    child,
    ended,
    message: () => Promise.race([once(child, 'message').then(([message]) => message), ended]),
    said: () => said,
    complained: () => complained,
    [Symbol.asyncDispose]: async () => {
      child.kill('SIGKILL')
      await ended
    },
  }
}

test.each(['SIGTERM', 'SIGINT'] as const)(
  'the worker says when it is ready and ends in peace on %s',
  async (signal) => {
    await using database = await testDatabase()
    await using worker = start({ DATABASE_URL: database.url, INTERNAL_SECRET: secret })
    expect(await worker.message()).toEqual({ ready: true })
    expect(worker.said()).toContain('"msg":"ready"')
    worker.child.kill(signal)
    expect(await worker.ended).toBe(0)
    expect(worker.complained()).toBe('')
  },
)

test('the worker ends when its launcher is gone', async () => {
  await using database = await testDatabase()
  await using worker = start({ DATABASE_URL: database.url, INTERNAL_SECRET: secret })
  await worker.message()
  worker.child.disconnect()
  expect(await worker.ended).toBe(0)
})

test('the worker waits for a database that is away, and can be stopped meanwhile', async () => {
  await using worker = start({ DATABASE_URL: 'postgresql://127.0.0.1:1/humuus', INTERNAL_SECRET: secret })
  await once(worker.child.stdout ?? worker.child, 'data')
  expect(worker.said()).toContain('ECONNREFUSED')
  worker.child.kill('SIGTERM')
  expect(await worker.ended).toBe(0)
  expect(worker.said()).not.toContain('"msg":"ready"')
})

test('a wrong setting is refused in one line', async () => {
  await using worker = start({ DATABASE_URL: 'postgresql://127.0.0.1:1/humuus', INTERNAL_SECRET: 'my-short-secret' })
  expect(await worker.ended).toBe(1)
  expect(worker.complained()).toBe('INTERNAL_SECRET: needs at least 32 characters\n')
})
