import { expect, test } from 'vitest'
import { storageContract } from '../storage.contract.ts'
import { s3Server } from '../testing/s3-server.ts'
import { openS3Storage } from './s3-storage.ts'

storageContract('in a bucket', async () => {
  const server = await s3Server()
  const storage = openS3Storage(server.settings.s3)
  return {
    storage,
    [Symbol.asyncDispose]: async () => {
      await storage.close()
      await server[Symbol.asyncDispose]()
    },
  }
})

test('a bucket that is not there, a wrong key and a store that is away are told apart in one line', async () => {
  await using server = await s3Server()
  const { s3 } = server.settings
  const complaint = async (changes: Partial<typeof s3>) => {
    await using storage = openS3Storage({ ...s3, ...changes })
    return storage.check().catch((error: Error) => error.message)
  }
  expect(await complaint({})).toBeUndefined()
  expect(await complaint({ bucket: 'another' })).toMatch(/^the bucket another at http:.* cannot be written: .*bucket/)
  expect(await complaint({ accessKeyId: 'wrong', secretAccessKey: 'hush' })).toMatch(/cannot be written: no$/)
  expect(await complaint({ endpoint: 'http://127.0.0.1:1' })).toMatch(/cannot be written: .*ECONNREFUSED/)
})
