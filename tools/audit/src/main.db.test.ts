import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { testDatabase } from '@humuus/db/testing'
import { expect, test } from 'vitest'
import { writeSession } from './testing/written-session.ts'

const main = fileURLToPath(new URL('main.ts', import.meta.url))

function program(databaseUrl: string, ...args: readonly string[]) {
  const command = ['--conditions=@humuus/source', '--import', 'tsx', main, ...args]
  const env = { ...process.env, DATABASE_URL: databaseUrl }
  return new Promise<{ code: number | null; stdout: string; stderr: string }>((resolve) => {
    const child = execFile(process.execPath, command, { env }, (_, stdout, stderr) => {
      resolve({ code: child.exitCode, stdout, stderr })
    })
  })
}

test('the exit code is 0 without a difference, 1 with one or without a database, 2 for wrong use in one line', async () => {
  await using database = await testDatabase()
  const [sound, bad] = [await writeSession(database), await writeSession(database)]
  await database.db.prisma.$executeRaw`UPDATE workshop_sessions SET status = 'ended' WHERE id = ${bad.id}::uuid`
  const nobody = 'postgresql://humuus:secret@127.0.0.1:1/humuus'
  const told = await Promise.all([
    program(database.url, sound.code),
    program(database.url, bad.code),
    program(nobody, sound.code),
    program(database.url, '--al'),
  ])
  expect(told).toEqual([
    { code: 0, stderr: '', stdout: expect.stringContaining('No difference') },
    { code: 1, stderr: '', stdout: expect.stringContaining('1 difference:') },
    { code: 1, stdout: '', stderr: "audit: Can't reach database server at 127.0.0.1:1\n" },
    { code: 2, stdout: '', stderr: expect.stringMatching(/^audit: [^\n]*--al[^\n]*\n$/) },
  ])
})
