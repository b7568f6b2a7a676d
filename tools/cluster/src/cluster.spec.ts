import { setTimeout as pause } from 'node:timers/promises'
import { openSession } from '@humuus/bots'
import { connect } from '@humuus/client'
import { sample } from '@humuus/files/testing'
import { hasRedisServer, type RigServer } from '@humuus/rig'
import { must } from '@humuus/workshop-engine'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { type Cluster, openCluster } from './cluster.ts'
import { giver } from './testing/giver.ts'
import { openSpread } from './testing/spread.ts'

/*
 * What only several servers behind a balancer that remembers nobody can show. Proven elsewhere: two servers without a bus
 * (apps/server/src/two-servers.db.test.ts, conformance C10), Redis cut or killed (redis-bus.redis.test.ts, tools/rig's
 * degradation.spec.ts), a killed server's deadline (conformance C11), kills of everything by seed (tools/chaos).
 */

/** Generous: about two seconds on a quiet machine. */
const backWithinMs = 20_000

const gallery = {
  format: 'humuus/1',
  title: 'Voices',
  nodes: [
    { id: 'voices', type: 'upload', data: { text: 'Tell us', accepts: ['audio'] } },
    { id: 'end', type: 'end', data: {} },
  ],
}

async function sizeOf(address: string): Promise<number> {
  const answer = await fetch(address)
  expect(answer.status).toBe(200)
  return (await answer.arrayBuffer()).byteLength
}

const hasRedis = process.env.HUMUUS_TEST_ALL === '1' || (await hasRedisServer())

if (!hasRedis) test('three servers', ({ skip }) => skip('there is no redis-server on the PATH'))
else
  describe('three servers, people of one session on all of them', () => {
    let cluster: Cluster

    beforeAll(async () => {
      cluster = await openCluster({ servers: 3 })
    })
    afterEach(async () => {
      // A test that failed in the middle leaves nothing broken to the next.
      const { redis, servers, deaths } = cluster.rig
      await redis?.thaw()
      await Promise.all(servers.map((server) => server.thaw().then(() => server.start())))
      expect(deaths).toEqual([])
    })
    afterAll(() => cluster?.[Symbol.asyncDispose]())

    const server = (number: number): RigServer => must(cluster.rig.servers[number - 1], 'there are three')

    test('connections go round: every server has some of them', async () => {
      await using session = await openSpread(cluster)
      expect(cluster.rig.urls.map((url) => (cluster.balancer.passed.get(url) ?? 0) > 3)).toEqual([true, true, true])
      const voting = session.voting()
      await pause(1_000)
      await voting.stop()
      expect(await session.faults()).toEqual([])
    })

    test('a file sent in pieces, each to another server, arrives whole, and every server hands it out', async () => {
      const { url, rig } = cluster
      await using host = await connect({ url })
      const { sessionId } = await openSession(host, { content: gallery })
      await host.send(sessionId, { type: 'open_lobby' })
      const phone = await giver(url)
      await using ann = await connect({ url, device: phone.device })
      await ann.join(sessionId, 'Ann')
      await host.send(sessionId, { type: 'start' })

      const bytes = sample('voice.wav')
      const id = await phone.begin({ session: sessionId, node: 'voices' }, 'voice.wav', bytes.length)
      for (let offset = 0; offset < bytes.length; ) {
        const sent = await phone.send(id, offset, bytes.subarray(offset, offset + 1_200))
        if (sent < bytes.length) expect(await phone.offset(id)).toBe(sent)
        offset = sent
      }
      const isReady = async () => (await host.trpc.files.ofSession.query({ sessionId })).files[0]?.isReady
      await expect.poll(isReady, { timeout: 30_000 }).toBe(true)
      const { links } = await host.trpc.files.links.query({ sessionId, role: 'host', ids: [id] })
      const { pathname, search } = new URL(links[0]?.full ?? '', url)
      const sizes = await Promise.all(rig.urls.map(async (each) => sizeOf(`${each}${pathname}${search}`)))
      expect(new Set(sizes).size).toBe(1)
      expect(sizes[0]).toBeGreaterThan(1_000)
    })

    test('one is killed in the middle of a question: its people vote on, and are shown what comes next', async () => {
      await using session = await openSpread(cluster)
      const voting = session.voting()
      await pause(1_000)
      await server(1).kill()
      expect(await session.next()).toBeLessThan(backWithinMs)
      await pause(1_000)
      await server(1).start()
      const { votes, slowestMs } = await voting.stop()
      expect(votes).toBeGreaterThan(20)
      expect(slowestMs).toBeLessThan(backWithinMs)
      await session.next()
      expect(await session.faults()).toEqual([])
    })

    test('Redis says nothing for a while: servers find in the log what others wrote', async () => {
      await using session = await openSpread(cluster)
      const voting = session.voting()
      await cluster.rig.redis?.freeze()
      expect(await session.next()).toBeLessThan(backWithinMs)
      await pause(4_000)
      expect((await voting.stop()).votes).toBeGreaterThan(20)
      // Nobody writes any more, so that no lost race tells a server that it is behind.
      expect(await session.next()).toBeLessThan(backWithinMs)
      await cluster.rig.redis?.thaw()
      expect(await session.next()).toBeLessThan(backWithinMs)
      expect(await session.faults()).toEqual([])
    })

    test('one stands still for some seconds: the others go on, and what it was told meanwhile counts once', async () => {
      await using session = await openSpread(cluster)
      const voting = session.voting()
      await server(2).freeze()
      await pause(6_000)
      await server(2).thaw()
      expect(await session.next()).toBeLessThan(backWithinMs)
      expect((await voting.stop()).votes).toBeGreaterThan(20)
      expect(await session.faults()).toEqual([])
    })

    test('all are replaced one after the other: nobody loses an answer, and pages come back', async () => {
      await using session = await openSpread(cluster)
      const voting = session.voting()
      for (const number of [1, 2, 3]) {
        const stopping = server(number).stop()
        expect(await session.next()).toBeLessThan(backWithinMs)
        await stopping
        await server(number).start()
      }
      const { slowestMs } = await voting.stop()
      expect(slowestMs).toBeLessThan(backWithinMs)
      await session.next()
      expect(await session.faults()).toEqual([])
    })
  })
