import { type ClamdOptions, findClamd } from '@humuus/files/testing'
import { describe, expect, test } from 'vitest'
import type { Finding } from '../finding.ts'
import { scanner } from './scanner.ts'

const maxFileBytes = 3_000_000

/** What is found with a scanner that is set up like this. */
async function findings(options: ClamdOptions): Promise<Finding[]> {
  const clamd = await findClamd(options)
  if ('missing' in clamd) throw new Error(clamd.missing)
  await using _ = clamd
  const bySocket = await scanner({ clamavUrl: clamd.socketUrl, maxFileBytes })
  const states = (all: readonly Finding[]) => all.map(({ state }) => state)
  expect(states(await scanner({ clamavUrl: clamd.url, maxFileBytes }))).toEqual(states(bySocket))
  return bySocket
}

const found = await findClamd()
if ('missing' in found) test('the virus scanner', ({ skip }) => skip(found.missing))
else {
  await found[Symbol.asyncDispose]()
  describe('the virus scanner', () => {
    test('one that looks into all of a file is fine', async () => {
      const [, signature, size] = await findings({ longest: 4_000_000 })
      expect(signature).toEqual({ state: 'good', says: 'it finds the test signature' })
      expect(size).toEqual({ state: 'good', says: 'it takes files of 3 MB, and looks into them' })
    })

    test('one that lets large files through unseen is not', async () => {
      const [, , size] = await findings({ longest: 4_000_000, largest: 2_000_000 })
      expect(size).toMatchObject({ state: 'bad', says: 'it takes files of 3 MB without looking into them' })
    })

    test('nor one that refuses them', async () => {
      const [, , size] = await findings({ longest: 2_000_000 })
      expect(size).toMatchObject({ state: 'bad', todo: expect.stringContaining('StreamMaxLength') })
    })
  })
}

test('none is fine, one that is away throws with its words', async () => {
  expect(await scanner({ clamavUrl: null, maxFileBytes })).toMatchObject([{ state: 'off' }])
  await expect(scanner({ clamavUrl: 'tcp://127.0.0.1:1', maxFileBytes })).rejects.toThrow('ECONNREFUSED')
})
