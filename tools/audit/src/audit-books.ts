import type { SessionBooks, SessionEntry, SessionRecord } from '@humuus/db'
import { engine, type StoredAction, type WorkshopState } from '@humuus/workshop-engine'
import { reportOf, tallyOfLedger, tallyOfLog } from './checks/answers.ts'
import { checkLedger } from './checks/ledger.ts'
import { checkNumbering } from './checks/numbering.ts'
import { checkPictures, picturesOf } from './checks/pictures.ts'
import { checkPromises, refusedByReason } from './checks/promises.ts'
import { checkRow } from './checks/row.ts'
import { checkShown, ShownAgain } from './checks/shown.ts'
import { type Difference, foundBy } from './difference.ts'
import { type LedgerEntry, verdictOf } from './ledger.ts'
import type { AuditOutcome, LedgerFigures } from './outcome.ts'
import { beginning, type Replay, redactionOf, replay } from './replay.ts'

/** Checks the books of a session, and a ledger of its senders if there is one. Pure. */
export function auditBooks(books: SessionBooks, ledger?: readonly LedgerEntry[]): AuditOutcome {
  const { session, log, refusals, pages } = books
  const redaction = redactionOf(session)
  const shown = books.shown.filter(({ version }) => version >= (redaction?.to ?? 0))
  const again = new ShownAgain(shown)
  const read = readLog(books, again)
  const onPaper = [
    ...foundBy('log', checkNumbering(log, session.version)),
    ...foundBy('promises', checkPromises(books)),
    ...foundBy('ledger', checkLedger(ledger ?? [], log)),
  ]
  const played = 'trouble' in read ? null : playedBack({ ...books, shown }, read, again, ledger)
  return {
    session: entryOf(session),
    log: {
      events: log.length,
      counted: new Set(log.flatMap(({ commandId }) => commandId ?? [])).size,
      people: played?.people ?? 0,
    },
    refused: refusedByReason(refusals),
    duplicates: books.duplicates,
    devices: {
      reported: pages.length,
      issued: sum(pages.map(({ issued }) => issued)),
      waiting: sum(pages.map(({ waiting }) => waiting)),
      acknowledged: sum(pages.map(({ acknowledged }) => acknowledged.length)),
      refused: sum(pages.map(({ refused }) => refused.length)),
    },
    answers: played && { due: played.due, counted: played.counted },
    replay: played && { views: played.views },
    shown: { digests: shown.length, versions: new Set(shown.map(({ version }) => version)).size },
    redactedAt: redaction?.at ?? null,
    ledger: ledger === undefined ? null : figuresOf(ledger, played?.dueOfLedger ?? null),
    differences: [...onPaper, ...(played?.differences ?? []), ...('trouble' in read ? read.trouble : [])],
  }
}

/** Nothing can be said about a session whose plan is none. */
function readLog({ session, log }: SessionBooks, again: ShownAgain): Replay | { readonly trouble: Difference[] } {
  let start: WorkshopState
  try {
    start = beginning(session)
  } catch {
    return { trouble: foundBy('row', ["the session's row holds no plan that can be read"]) }
  }
  return replay(start, log, (version, state) => again.look(version, state))
}

function playedBack(books: SessionBooks, read: Replay, again: ShownAgain, ledger?: readonly LedgerEntry[]) {
  const { session, log, shown } = books
  const report = reportOf(read)
  const counted = tallyOfLog(read, report)
  const ofLedger = ledger === undefined ? null : tallyOfLedger(read.plan, ledger, log, report)
  const pictures = picturesOf(read.end)
  return {
    people: read.end.people.size,
    due: counted.due,
    counted: counted.counted,
    dueOfLedger: ofLedger?.due ?? null,
    views: pictures.size,
    differences: [
      ...foundBy('row', [...read.unreadable, ...checkRow(session, read.end)]),
      ...foundBy('answers', counted.differences),
      ...foundBy('replay', read.unreadable.length > 0 ? [] : checkPictures(pictures, atOnce(session, log))),
      ...foundBy('shown', checkShown(shown, again)),
      ...foundBy('ledger', ofLedger?.differences ?? []),
    ],
  }
}

/** All pictures once more: from copies of the rows, in one go, as a server does that opens the session anew. */
function atOnce(session: SessionRecord, log: readonly StoredAction[]): ReadonlyMap<string, string> {
  const copies = JSON.parse(JSON.stringify(log)) as StoredAction[]
  return picturesOf(engine.fold(beginning(session), copies.map(engine.readEvent)))
}

function figuresOf(ledger: readonly LedgerEntry[], due: number | null): LedgerFigures {
  const verdicts = ledger.map(verdictOf)
  const refused: Record<string, number> = {}
  for (const verdict of verdicts) {
    if (verdict?.ok === false) refused[verdict.rejection.code] = (refused[verdict.rejection.code] ?? 0) + 1
  }
  return {
    issued: ledger.length,
    acknowledged: verdicts.filter((verdict) => verdict?.ok === true).length,
    refused,
    unanswered: verdicts.filter((verdict) => verdict === null).length,
    duplicates: sum(ledger.map(({ answers }) => Math.max(0, answers.length - 1))),
    due,
  }
}

function entryOf({ id, joinCode, status, version, createdAt, plan }: SessionRecord): SessionEntry {
  const title = typeof plan === 'object' && plan !== null && 'title' in plan ? String(plan.title) : ''
  return { id, joinCode, status, version, createdAt, title }
}

const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0)
