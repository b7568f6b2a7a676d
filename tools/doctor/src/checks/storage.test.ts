import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { s3Server } from '@humuus/files/testing/s3'
import { afterAll, expect, test } from 'vitest'
import { storage } from './storage.ts'

const folder = mkdtempSync(join(tmpdir(), 'humuus-doctor-'))
afterAll(() => rmSync(folder, { recursive: true }))

test('a folder that can be used is fine, also one that is not there yet', async () => {
  const dir = join(folder, 'files')
  expect(await storage({ FILES_DIR: dir })).toEqual([{ state: 'good', says: `files can be kept in ${dir}` }])
  expect(await storage({ HUMUUS_DATA: folder, FILES_DIR: ' ' })).toMatchObject([{ state: 'good' }])
})

test('one that is a file is not, and what to do is said', async () => {
  const file = join(folder, 'a-file')
  writeFileSync(file, '')
  expect(await storage({ FILES_DIR: file })).toMatchObject([
    { state: 'bad', todo: expect.stringContaining('FILES_DIR') },
  ])
})

test('a bucket is looked at with its keys, which are never said', async () => {
  await using s3 = await s3Server()
  const { endpoint, bucket, accessKeyId, secretAccessKey } = s3.settings.s3
  const keys = { S3_ACCESS_KEY_ID: accessKeyId, S3_SECRET_ACCESS_KEY: secretAccessKey }
  const env = { S3_ENDPOINT: endpoint, S3_BUCKET: bucket, ...keys }
  expect(await storage(env)).toMatchObject([{ state: 'good' }])
  const [missing] = await storage({ ...env, S3_BUCKET: 'nowhere' })
  expect(missing?.state).toBe('bad')
  expect(JSON.stringify(missing)).not.toContain(secretAccessKey)
})
