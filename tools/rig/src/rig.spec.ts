import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFile, rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { type Client, connect } from '@humuus/client'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { openRig, type Rig } from './index.ts'

const plan = (title: string) => ({ format: 'humuus/1', title, nodes: [{ id: 'end', type: 'end', data: {} }] })

async function keep(client: Client, title: string): Promise<void> {
  const made = await client.trpc.workshops.create.mutate({ file: plan(title) })
  expect(made.ok).toBe(true)
}
const titles = async (client: Client) => (await client.trpc.workshops.list.query()).map(({ title }) => title)
const isAlive = (pid: number) => {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}

describe('a rig', () => {
  let rig: Rig
  let ann: Client

  beforeAll(async () => {
    rig = await openRig({ servers: 2, redis: 'if there' })
    ann = await connect({ url: rig.front.url })
  })
  afterEach(() => expect(rig.deaths).toEqual([]))
  afterAll(async () => {
    await ann?.close()
    await rig?.[Symbol.asyncDispose]()
  })

  test('servers and worker are processes that are ready, each at an address of its own', async () => {
    const parts = [...rig.servers, ...(rig.worker ? [rig.worker] : []), ...(rig.redis ? [rig.redis] : []), rig.database]
    expect(await Promise.all(parts.map((part) => part.isReady()))).toEqual(parts.map(() => true))
    expect(new Set(parts.map(({ pid }) => pid)).size).toBe(parts.length)
    for (const url of rig.urls) expect((await fetch(`${url}/readyz`)).status).toBe(200)
  })

  test('a killed server is away, the front leads to the other, and it comes back at its address with all data', async () => {
    const [first, second] = rig.servers
    await keep(ann, 'before the kill')
    await first?.kill()
    expect(await first?.isReady()).toBe(false)
    await expect(fetch(`${first?.url}/readyz`)).rejects.toThrow()
    for (let turn = 0; turn < 3; turn++) expect((await fetch(`${rig.front.url}/readyz`)).status).toBe(200)
    await second?.kill()
    await first?.start()
    await using client = await connect({ url: first?.url ?? '', device: ann.device })
    expect(await titles(client)).toContain('before the kill')
    await second?.restart()
  })

  test('a frozen server takes connections and answers nobody until it thaws', async () => {
    const [server] = rig.servers
    await server?.freeze()
    expect(await server?.isReady()).toBe(false)
    const asked = fetch(`${server?.url}/healthz`)
    expect(await Promise.race([asked, new Promise((resolve) => setTimeout(resolve, 300, 'silence'))])).toBe('silence')
    await server?.thaw()
    expect((await asked).status).toBe(200)
  })

  test('PostgreSQL killed in the middle of writing recovers, and holds all it has acknowledged', async () => {
    const acknowledged: string[] = []
    const writing = Promise.allSettled(
      Array.from({ length: 100 }, async (_, index) => {
        await new Promise((resolve) => setTimeout(resolve, index * 20))
        await keep(ann, `write ${index}`)
        acknowledged.push(`write ${index}`)
      }),
    )
    await expect.poll(() => acknowledged.length, { interval: 1, timeout: 10_000 }).toBeGreaterThan(3)
    await rig.database.kill()
    await writing
    expect(acknowledged.length).toBeLessThan(100)
    await rig.database.start()
    expect(await readFile(`${rig.logs}/database.log`, 'utf8')).toContain('not properly shut down')
    await expect
      .poll(() => titles(ann).catch(() => []), { timeout: 10_000 })
      .toEqual(expect.arrayContaining(acknowledged))
  })

  test('a frozen PostgreSQL lets a question wait, and answers it when it thaws', async () => {
    await rig.database.freeze()
    const asked = titles(ann)
    expect(await Promise.race([asked, new Promise((resolve) => setTimeout(resolve, 300, 'silence'))])).toBe('silence')
    await rig.database.thaw()
    expect(await asked).toContain('before the kill')
  })

  test('the worker and Redis come back, too', async () => {
    for (const part of [rig.worker, rig.redis]) {
      await part?.kill()
      expect(await part?.isReady()).not.toBe(true)
      await part?.start()
      await part?.freeze()
      await part?.restart()
    }
  })
})

test('a program that does not start says why', async () => {
  await expect(openRig({ worker: false, env: { LOG_LEVEL: 'loud' } })).rejects.toThrow(
    /server-1 ended .* exit code 1\nLOG_LEVEL:/,
  )
})

test('a rig that is killed leaves no process, frozen ones included', async () => {
  const rig = fileURLToPath(new URL('./testing/frozen-rig.ts', import.meta.url))
  const child = spawn(process.execPath, ['--conditions=@humuus/source', '--import', 'tsx', rig], {
    cwd: fileURLToPath(new URL('../../..', import.meta.url)),
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const [line] = await once(createInterface(child.stdout), 'line')
  const { pids, logs } = JSON.parse(line) as { pids: number[]; logs: string }
  expect(pids.map(isAlive)).toEqual([true, true, true])
  child.kill('SIGKILL')
  await expect.poll(() => pids.filter(isAlive), { timeout: 20_000 }).toEqual([])
  await rm(dirname(logs), { recursive: true })
})
