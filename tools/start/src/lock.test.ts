import { once } from 'node:events'
import { existsSync, readdirSync, writeFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { lockDataFolder } from './lock.mjs'
import { launch } from './testing/launcher.ts'
import { scratchFolder } from './testing/scratch.ts'

/** Another process that claims the folder and lives until it is ended; on SIGUSR2 it says that it is stopping. */
function claiming(folder: string) {
  const code = `import { lockDataFolder } from ${JSON.stringify(new URL('./lock.mjs', import.meta.url).href)}
    process.on('SIGTERM', () => process.exit())
    const { leftOver, stopping } = await lockDataFolder(${JSON.stringify(folder)})
    process.on('SIGUSR2', () => { stopping(); console.log('stopping') })
    console.log('claimed', leftOver)
    setInterval(() => {}, 60_000)`
  writeFileSync(`${folder}/holder.mjs`, code)
  return launch(`${folder}/holder.mjs`, {})
}

async function holder(folder: string) {
  const process = claiming(folder)
  await process.prints('claimed')
  return process
}

describe('a data folder', () => {
  test('belongs to one running process, which is named to the second', async () => {
    using data = scratchFolder()
    await using first = await holder(data.path)
    await expect(lockDataFolder(data.path)).rejects.toThrow(`in use by a running humuus (process ${first.process.pid})`)
  })

  test('is free again when that process ended in order', async () => {
    using data = scratchFolder()
    const first = await holder(data.path)
    await first[Symbol.asyncDispose]()
    expect(existsSync(`${data.path}/running.json`)).toBe(false)
    await using second = await holder(data.path)
    expect(second.printed()).toContain('claimed false')
  })

  test('is waited for while that process is stopping', async () => {
    using data = scratchFolder()
    await using first = await holder(data.path)
    first.process.kill('SIGUSR2')
    await first.prints('stopping')
    await using second = claiming(data.path)
    await second.prints('Waiting for the previous run to end.')
    expect(second.printed()).not.toContain('claimed')
    first.process.kill('SIGTERM')
    await second.prints('claimed false')
  })

  test('is taken over from a process that was killed', async () => {
    using data = scratchFolder()
    const first = await holder(data.path)
    first.process.kill('SIGKILL')
    await once(first.process, 'exit')
    await using second = await holder(data.path)
    expect(second.printed()).toContain('claimed true')
    expect(readdirSync(data.path).sort()).toEqual(['holder.mjs', 'running.json'])
  })

  test('is taken over when the number of its process now belongs to another one', async () => {
    using data = scratchFolder()
    writeFileSync(`${data.path}/running.json`, JSON.stringify({ pid: process.pid, start: 'long ago' }))
    await using second = await holder(data.path)
    expect(second.printed()).toContain('claimed true')
  })

  test('is taken over when what was noted about it cannot be read', async () => {
    using data = scratchFolder()
    writeFileSync(`${data.path}/running.json`, '')
    await using second = await holder(data.path)
    expect(second.printed()).toContain('claimed true')
  })
})
