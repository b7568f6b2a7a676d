import { tmpdir } from 'node:os'
import { expect, test } from 'vitest'
import { diskOf } from './disk.ts'

const mb = 1024 * 1024

test('a disk with less than the reserve is full', async () => {
  expect(await diskOf('/data', async () => 255 * mb).isFull()).toBe(true)
  expect(await diskOf('/data', async () => 256 * mb).isFull()).toBe(false)
})

test('a disk that cannot be looked at stops nobody', async () => {
  expect(await diskOf('/nowhere/at/all').isFull()).toBe(false)
  expect(await diskOf(undefined, async () => 0).isFull()).toBe(false)
})

test('it is not looked at for every question', async () => {
  let looks = 0
  const disk = diskOf(tmpdir(), async () => {
    looks++
    return 0
  })
  await Promise.all([disk.isFull(), disk.isFull(), disk.isFull()])
  expect(looks).toBe(1)
})
