import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { dataFolder } from './data-folder.ts'
import { machine } from './machine.ts'

const folder = mkdtempSync(join(tmpdir(), 'humuus-doctor-'))
afterAll(() => rmSync(folder, { recursive: true }))

test('a machine that runs these tests is good enough, and tells its free space', async () => {
  const findings = await machine({ dataFolder: folder })
  expect(findings[0]).toEqual({ state: 'good', says: `Node.js ${process.versions.node}` })
  expect(findings.at(-1)?.says).toMatch(/^\d+\.\d GB free for /)
})

test('secrets that others can read are told, with what to do', async () => {
  const secrets = join(folder, 'secrets.json')
  writeFileSync(secrets, '{}', { mode: 0o600 })
  expect(await dataFolder({ dataFolder: folder })).toMatchObject([{ state: 'good' }, { state: 'good' }])
  chmodSync(secrets, 0o644)
  expect(await dataFolder({ dataFolder: folder })).toContainEqual({
    state: 'bad',
    says: 'others on this machine can read the secrets',
    todo: `chmod 600 ${secrets}`,
  })
})

test('a folder that is not there is bad, and none is fine', async () => {
  expect(await dataFolder({ dataFolder: '/nowhere' })).toMatchObject([{ state: 'bad' }])
  expect(await dataFolder({ dataFolder: null })).toMatchObject([{ state: 'off' }])
})
