import { randomUUID } from 'node:crypto'
import { postgresEventLog, receiptStore, sessionStore } from '@humuus/db'
import type { TestDatabase } from '@humuus/db/testing'
import type { HumuusCommand, StoredAction } from '@humuus/workshop-engine'
import { playWorkshop, steps } from '@humuus/workshop-engine/testing'
import { digestOf } from '../checks/shown.ts'
import type { LedgerEntry } from '../ledger.ts'

export interface WrittenSession {
  readonly id: string
  readonly code: string
  readonly log: readonly StoredAction[]
  /** What everybody sent and was told. */
  readonly ledger: readonly LedgerEntry[]
  /** A row that holds an answer, not the last one of its person. */
  readonly answer: StoredAction
  /** An id that was refused for good. */
  readonly refused: string
}

/** Plays a workshop and writes it down as servers and devices do: log, row, refusals, duplicates, receipts, fingerprints. */
export async function writeSession({ db }: TestDatabase): Promise<WrittenSession> {
  const play = playWorkshop({
    title: 'Audited',
    nodes: [
      steps.poll({ results: 'live' }),
      steps.quiz({}, { closeWhenAllDone: false }),
      steps.openQuestion(),
      steps.end(),
    ],
  })
  const { facilitator: host, plan } = play
  const shown: { version: number; role: string; digest: string }[] = []
  const show = () => {
    for (const role of ['host', 'screen', 'participant'] as const)
      shown.push({ version: play.log.length, role, digest: digestOf(play.see(role)) })
  }
  const people = ['Ann', 'Bob', 'Cem'].map((name) => play.join(name))
  const sent = new Map<number, HumuusCommand>()
  const act = (person: (typeof people)[number], nodeId: string, node: string, what: unknown) => {
    const command = { type: 'act', nodeId, node, act: what } as HumuusCommand
    sent.set(play.log.length + 1, command)
    play.send({ kind: 'user', id: person.id }, command)
  }
  host.start()
  show()
  for (const [index, person] of people.entries()) act(person, 'poll-1', 'poll', { type: 'vote', choice: [index] })
  for (const person of people.slice(0, 2)) act(person, 'poll-1', 'poll', { type: 'vote', choice: [2] })
  host.reveal()
  show()
  host.next()
  for (const [index, person] of people.entries()) act(person, 'quiz-2', 'quiz', { type: 'answer', choice: [index] })
  host.close()
  host.reveal()
  show()
  host.next()
  for (const person of people)
    act(person, 'open-question-3', 'open-question', { type: 'answer', slot: 0, text: 'music' })
  host.reveal()
  host.next()
  show()

  const log = play.log.map((row) => ({ ...row, commandId: row.commandId === null ? null : randomUUID() }))
  const session = await sessionStore(db).create({
    workshopId: randomUUID(),
    facilitatorId: host.id,
    plan,
    settings: { hostName: 'Facilitator' },
    now: play.now,
  })
  const { phase: status, startedAt, completedAt } = play.state.flow
  const written = postgresEventLog(db)
  await written.append(session.id, 0, log, { status, startedAt, completedAt })

  const refused = randomUUID()
  const rejection = { code: 'step_closed' } as const
  await written.refuse(session.id, log.length, [{ commandId: refused, userId: 'person-1', rejection, at: play.now }])
  const receipts = receiptStore(db)
  await receipts.addDuplicates(session.id, randomUUID(), 4)
  await receipts.addShown(session.id, shown)
  const idsOf = (userId: string) => log.flatMap((row) => (row.userId === userId ? (row.commandId ?? []) : []))
  for (const { id } of people) {
    const acknowledged = idsOf(id)
    await receipts.report({
      sessionId: session.id,
      userId: id,
      ledgerId: randomUUID(),
      issued: acknowledged.length + (id === 'person-1' ? 1 : 0),
      waiting: 0,
      acknowledged,
      refused: id === 'person-1' ? [refused] : [],
      now: play.now,
    })
  }
  const told = log.flatMap(({ commandId, userId, version }): LedgerEntry[] => {
    const command = sent.get(version)
    if (commandId === null) return []
    const answers = [{ ok: true as const, version }]
    return [{ sessionId: session.id, commandId, by: userId, answers, ...(command && { command }) }]
  })
  const no = { sessionId: session.id, commandId: refused, by: 'person-1', answers: [{ ok: false as const, rejection }] }
  const [answer] = log.filter(({ actionType }) => actionType === 'quiz.answered')
  if (answer === undefined) throw new Error('nobody answered')
  return { id: session.id, code: session.joinCode, log, ledger: [...told, no], answer, refused }
}
