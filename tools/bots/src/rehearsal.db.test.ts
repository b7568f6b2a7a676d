import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { audit, readLedger } from '@humuus/audit'
import { connect } from '@humuus/client'
import { freePort } from '@humuus/db/embedded'
import { testDatabase } from '@humuus/db/testing'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { runProgram } from '../test/program.ts'
import { realServer } from '../test/real-server.ts'
import { compareWithFresh } from './compare.ts'
import type { Outcome } from './outcome.ts'
import { openSession } from './stage.ts'

const bots = (...args: readonly string[]) => runProgram('src/main.ts', args)

const oneLine = /^[^\n]+\n$/

let url = ''
let databaseUrl = ''
let stop = async () => {}

beforeAll(async () => {
  const database = await testDatabase()
  const server = await realServer(database.url)
  url = server.url
  databaseUrl = database.url
  stop = async () => {
    await server[Symbol.asyncDispose]()
    await database[Symbol.asyncDispose]()
  }
})
afterAll(() => stop())

describe('npm run bots', () => {
  test('twenty people play the demo, twice at the same time, with mishaps, and not one answer is missing', async () => {
    await using folder = await temporaryFolder()
    const ledgerOf = (seed: number) => join(folder.path, `${seed}.jsonl`)
    const play = (seed: number) =>
      bots('--url', url, '--participants', '20', '--seed', `${seed}`, '--ledger', ledgerOf(seed), '--json')
    const plays = await Promise.all([play(1), play(2)])

    for (const [index, { code, stdout, stderr }] of plays.entries()) {
      expect(stderr).toBe('')
      const outcome: Outcome = JSON.parse(stdout)
      expect(outcome.faults).toEqual([])
      expect(code).toBe(0)
      expect(outcome).toMatchObject({ isOver: true, people: { wished: 20, joined: 20 }, views: { compared: 22 } })
      expect(outcome.answers.counted).toBe(outcome.answers.due)
      // The mishaps did happen.
      expect(outcome.answers.due).toBeGreaterThan(30)
      expect(outcome.people.drops).toBeGreaterThan(0)
      expect(outcome.people.late).toBeGreaterThan(0)
      expect(outcome.commands.duplicates).toBeGreaterThan(0)
      expect(outcome.commands.refused.step_closed).toBeGreaterThan(0)
      // The database says the same as the bots' own record.
      const ledger = readLedger(await readFile(ledgerOf(index + 1), 'utf8'))
      expect(await audit(databaseUrl, ledger[0]?.sessionId ?? '', ledger)).toMatchObject({
        differences: [],
        answers: { counted: outcome.answers.counted },
        ledger: { acknowledged: outcome.commands.acknowledged, due: outcome.answers.due },
      })
    }
  })

  test('a workshop from a file is played and told about in words', async () => {
    await using folder = await temporaryFolder()
    const file = join(folder.path, 'poll.json')
    const poll = { text: 'Tea or coffee?', options: [{ text: 'Tea' }, { text: 'Coffee' }] }
    const nodes = [{ id: 'drink', type: 'poll', data: poll }]
    await writeFile(file, JSON.stringify({ format: 'humuus/1', title: 'A drink', nodes }))

    const played = await bots('--url', url, '--participants', '3', '--workshop', file, '--seed', '5')
    expect(played.stdout).toContain('A drink')
    expect(played.stdout).toContain('Every acknowledged answer counts, and everybody sees the same.')
    expect(played.stderr).toContain('Step 1 (1 of 1): poll')
    expect(played.code).toBe(0)

    await writeFile(file, JSON.stringify({ format: 'humuus/1', title: 'No steps', nodes: [] }))
    const refused = await bots('--url', url, '--participants', '3', '--workshop', file)
    expect(refused).toMatchObject({ code: 2, stdout: '', stderr: expect.stringMatching(/^bots: .*nodes.*\n$/) })
  })

  test('wrong arguments are told in one line, with exit code 2', async () => {
    const wrong = [
      [],
      ['--url', 'http://127.0.0.1:1', '--participants', '1', '--workshop', join(tmpdir(), 'no such file')],
    ]
    for (const { code, stdout, stderr } of await Promise.all(wrong.map((args) => bots(...args)))) {
      expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
      expect(stderr).toMatch(oneLine)
    }
  })

  test('a server that is not there is told in one line, with exit code 1', async () => {
    const nobody = `http://127.0.0.1:${await freePort()}`
    const { code, stdout, stderr } = await bots('--url', nobody, '--participants', '1')
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' })
    expect(stderr).toBe(`bots: ${nobody} cannot be reached (ECONNREFUSED)\n`)
  })
})

test('a view that is not what a fresh one shows is found', async () => {
  await using facilitator = await connect({ url })
  const [one, other] = [await openSession(facilitator, null), await openSession(facilitator, null)]
  const view = facilitator.watch({ sessionId: one.sessionId, role: 'host' })
  expect(await compareWithFresh(facilitator, view, { sessionId: one.sessionId, role: 'host' })).toBeNull()

  await facilitator.send(other.sessionId, { type: 'end' })
  const difference = await compareWithFresh(facilitator, view, { sessionId: other.sessionId, role: 'host' }, 300)
  expect(difference).toBe('shared.phase: "lobby" and "ended"')
})

async function temporaryFolder() {
  const path = await mkdtemp(join(tmpdir(), 'humuus-bots-'))
  return { path, [Symbol.asyncDispose]: () => rm(path, { recursive: true }) }
}
