import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

// A process whose files may not grow beyond 2 MB: what a full disk is to it, without the rights to make one full.
test('where there is no room, what was there before stays, nothing half is left, and it is told as that', async () => {
  const dir = await mkdtemp(join(tmpdir(), 'humuus-full-'))
  const program = fileURLToPath(new URL('../testing/fill-disk.ts', import.meta.url))
  const node = [process.execPath, '--conditions=@humuus/source', '--import', 'tsx', program, dir]
  const child = spawn('bash', ['-c', 'ulimit -f 2048 && exec "$@"', 'bash', ...node])
  const [said, complained] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'exit')])
  await rm(dir, { recursive: true })
  expect(complained).toBe('')
  expect(JSON.parse(said)).toEqual({
    write: { isFull: true, left: 'the first', keys: ['one/full.txt'], unfinished: [] },
    upload: { isFull: true, status: 507, offset: 2_097_152, rest: 'the rest fits once there is room' },
  })
}, 60_000)
