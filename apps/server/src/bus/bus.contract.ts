import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import type { Bus, Heard } from './bus.ts'

/** What a bus between servers does, whatever carries it. */
export function busContract(name: string, open: (heard: Heard) => Bus): void {
  /** Two servers that hear each other, and what the second one heard; both gone when the block ends. */
  async function twoServers() {
    const versions = new Map<string, number>()
    let revoked = 0
    const here = open({ version: () => {}, revoked: () => {} })
    const there = open({
      version: (sessionId, version) => void versions.set(sessionId, version),
      revoked: () => {
        revoked++
      },
    })
    await expect.poll(() => [here.trouble(), there.trouble()], { timeout: 10_000 }).toEqual([null, null])
    return {
      here,
      versions,
      revoked: () => revoked,
      [Symbol.asyncDispose]: async () => {
        await Promise.all([here.close(), there.close()])
      },
    }
  }

  describe(`the bus over ${name}`, () => {
    it('tells other servers how far each of many sessions has come', async () => {
      await using servers = await twoServers()
      const told = new Map(Array.from({ length: 200 }, (_, index) => [randomUUID(), index + 1] as const))
      for (const [sessionId, version] of told) servers.here.publish(sessionId, version)
      await expect.poll(() => servers.versions, { timeout: 10_000 }).toEqual(told)
    })

    it('tells them that sign-ins have ended', async () => {
      await using servers = await twoServers()
      servers.here.revoked()
      await expect.poll(servers.revoked, { timeout: 10_000 }).toBe(1)
      expect(servers.versions.size).toBe(0)
    })

    it('is silent about what is said to it after its end', async () => {
      await using servers = await twoServers()
      await servers.here.close()
      servers.here.publish(randomUUID(), 1)
      servers.here.revoked()
      await expect.poll(servers.here.trouble).toBe('bus')
      expect(servers.versions.size).toBe(0)
    })
  })
}
