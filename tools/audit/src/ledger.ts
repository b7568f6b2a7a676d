import type { CommandResult } from '@humuus/api'
import { isPassing } from '@humuus/client'
import { engine, type HumuusCommand, rejectionCodes } from '@humuus/workshop-engine'
import { z } from 'zod'

const Answer = z.discriminatedUnion('ok', [
  z.object({ ok: z.literal(true), version: z.int() }),
  z.object({ ok: z.literal(false), rejection: z.looseObject({ code: z.enum(rejectionCodes) }) }),
])

/** One command and what its sender was told, as whoever sent it wrote it down. */
export interface LedgerEntry {
  readonly sessionId: string
  readonly commandId: string
  /** Id of the user who sent it. */
  readonly by: string
  /** What was sent; with it, answers are counted again from the ledger alone. */
  readonly command?: HumuusCommand | undefined
  /** All answers, in the order in which they came. */
  readonly answers: readonly CommandResult[]
}

const Entry = z.object({
  sessionId: z.string(),
  commandId: z.string(),
  by: z.string(),
  command: z.unknown().optional(),
  answers: z.array(Answer),
})

/** The first answer that settled the matter; `null` when there was none: then nobody knows, and either is right. */
export const verdictOf = ({ answers }: Pick<LedgerEntry, 'answers'>): CommandResult | null =>
  answers.find((answer) => answer.ok || !isPassing(answer.rejection)) ?? null

/** A ledger is no ledger: the message says in which line, for a person to read. */
export class NoLedger extends Error {}

/** Reads a ledger from JSON lines or one JSON array. Throws `NoLedger`. */
export function readLedger(text: string): LedgerEntry[] {
  return rowsOf(text).map((row, index) => {
    const entry = Entry.safeParse(row)
    if (!entry.success) throw new NoLedger(`entry ${index + 1}: ${z.prettifyError(entry.error).split('\n').join(' ')}`)
    const { command, answers, ...rest } = entry.data
    const known = engine.command.safeParse(command)
    return { ...rest, answers: answers as CommandResult[], ...(known.success && { command: known.data }) }
  })
}

function rowsOf(text: string): unknown[] {
  const isArray = text.trimStart().startsWith('[')
  const lines = isArray ? [text] : text.split('\n').filter((line) => line.trim() !== '')
  const rows = lines.map((line, index) => {
    try {
      return JSON.parse(line) as unknown
    } catch {
      throw new NoLedger(isArray ? 'this is not JSON' : `line ${index + 1} is not JSON`)
    }
  })
  return isArray ? (rows[0] as unknown[]) : rows
}
