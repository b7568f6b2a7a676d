import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { hasRedisServer, portToKeep } from '@humuus/rig'
import { expect, test } from 'vitest'

const main = fileURLToPath(new URL('./main.ts', import.meta.url))

function launch(args: readonly string[], env: Readonly<Record<string, string>> = {}) {
  const child = spawn(process.execPath, ['--conditions=@humuus/source', '--import', 'tsx', main, ...args], {
    cwd: fileURLToPath(new URL('../../..', import.meta.url)),
    env: { PATH: process.env.PATH, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let printed = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (text) => {
      printed += text
    })
  }
  return { child, ended: once(child, 'close'), printed: () => printed }
}

const isAlive = (pid: number) => {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}

test('it says where to go and what runs, goes on when a server is killed, and Ctrl-C leaves nothing behind', async ({
  skip,
}) => {
  if (!(await hasRedisServer())) return skip('there is no redis-server on the PATH')
  const port = await portToKeep()
  const { child, ended, printed } = launch(['--servers', '2', '--port', String(port), '--kill-every', '3'])
  await expect.poll(printed, { timeout: 120_000 }).toContain('Ctrl-C')
  const pids = [...printed().matchAll(/process (\d+)/g)].map(([, pid]) => Number(pid))
  expect(pids).toHaveLength(5)
  expect(printed()).toContain(`Open        http://127.0.0.1:${port}`)
  for (let count = 0; count < 4; count++) expect((await fetch(`http://127.0.0.1:${port}/readyz`)).status).toBe(200)
  await expect.poll(printed, { timeout: 60_000 }).toContain('server-1 was killed, and is back')

  child.kill('SIGINT')
  expect((await ended)[0], printed()).toBe(0)
  expect(pids.filter(isAlive)).toEqual([])
  expect(printed()).toMatch(/Ending what was started, the worker first\.\n$/)
})

test('without Redis it says what to do', async () => {
  const { ended, printed } = launch([], { PATH: '/nowhere' })
  expect((await ended)[0]).toBe(2)
  expect(printed()).toMatch(/^cluster: several servers need Redis: .*REDIS_URL\n$/)
})
