import { join } from 'node:path'
import { audit } from '@humuus/audit'
import { type Client, connect, pause } from '@humuus/client'
import { startPostgres } from '@humuus/db/embedded'
import { openRig } from '@humuus/rig'
import { expect, test } from 'vitest'
import { restoreBackup } from './restore-backup.ts'
import { scratchFolder } from './testing/scratch-folder.ts'
import { writeBackup } from './write-backup.ts'

const file = {
  format: 'humuus/1',
  title: 'Kept',
  nodes: [
    { id: 'mood', type: 'poll', data: { text: 'How?', options: [{ text: 'Well' }, { text: 'Tired' }] } },
    { id: 'end', type: 'end', data: {} },
  ],
}

/** A session at its poll, with a facilitator and some people who have joined. */
async function openPoll(url: string) {
  const host = await connect({ url })
  const made = await host.trpc.workshops.create.mutate({ file })
  if (!made.ok) throw new Error('the workshop is good')
  const { sessionId } = await host.trpc.sessions.create.mutate({ workshopId: made.id, hostName: 'Hal' })
  const people = await Promise.all(['Ann', 'Bob', 'Cem', 'Dee'].map(() => connect({ url })))
  await host.send(sessionId, { type: 'open_lobby' })
  for (const [index, person] of people.entries())
    await person.send(sessionId, { type: 'join', name: `Person ${index + 1}` })
  const views = people.map((person) => person.watch({ sessionId, role: 'participant' }))
  await Promise.all(views.map((view) => view.until(({ shared }) => shared.phase === 'lobby', 10_000)))
  await host.send(sessionId, { type: 'start' })
  await Promise.all(views.map((view) => view.until(({ shared }) => shared.step !== null, 10_000)))
  return { host, sessionId, people }
}

const vote = (person: Client, sessionId: string, choice: number) =>
  person.send(sessionId, { type: 'act', nodeId: 'mood', node: 'poll', act: { type: 'vote', choice: [choice] } })

test('an installation that people work with is copied, comes back in a fresh one with all that was promised, and goes on', async () => {
  using folder = scratchFolder()
  const backup = join(folder.path, 'backup.tar.gz')
  const there = await startPostgres({ dataDir: join(folder.path, 'postgres') })
  await using _ = { [Symbol.asyncDispose]: () => there.stop() }
  const session = await (async () => {
    await using rig = await openRig()
    const session = await openPoll(rig.front.url)
    const { sessionId, people } = session
    let isOver = false
    let promised = 0
    const voting = Promise.all(
      people.map(async (person) => {
        for (let choice = 0; !isOver; choice = 1 - choice) if ((await vote(person, sessionId, choice)).ok) promised++
      }),
    )
    // What was shown is written down a little later.
    while ((await audit(rig.database.url, sessionId))?.shown.digests === 0) await pause(200)
    const atLeast = promised
    const parts = { databaseUrl: rig.database.url, files: null, secretsFile: null, now: Date.now }
    const closing = await writeBackup(backup, parts)
    isOver = true
    await voting
    expect(atLeast).toBeGreaterThan(20)
    // More was promised while it was made: all of that is beside the copy, nothing of before.
    expect(closing.rows.participant_actions).toBeGreaterThanOrEqual(atLeast)
    expect(promised).toBeGreaterThan(atLeast)
    await Promise.all([session.host, ...people].map((client) => client.close()))
    return session
  })()

  const restored = await restoreBackup(backup, {
    ...{ databaseUrl: there.url, files: null, secretsFile: null, replace: false },
  })
  const books = await audit(there.url, session.sessionId)
  expect(books?.differences).toEqual([])
  expect(books?.log.events).toBe(restored.rows.participant_actions)
  expect(books?.shown.digests).toBeGreaterThan(0)

  await using rig = await openRig({ databaseUrl: there.url })
  const [ann = session.host] = session.people
  await using back = await connect({ url: rig.front.url, device: ann.device })
  expect(back.userId).toBe(ann.userId)
  expect(await vote(back, session.sessionId, 1)).toMatchObject({ ok: true })
  await using host = await connect({ url: rig.front.url, device: session.host.device })
  await host.send(session.sessionId, { type: 'reveal', nodeId: 'mood' })
  const view = host.watch({ sessionId: session.sessionId, role: 'host' })
  const { shared } = await view.until(({ shared }) => shared.step?.phase === 'revealed', 10_000)
  expect(shared.step?.content).toMatchObject({ type: 'poll' })
  expect(rig.deaths).toEqual([])
})
