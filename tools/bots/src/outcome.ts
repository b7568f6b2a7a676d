import type { Tally } from '@humuus/workshop-engine/testing'
import { type Latency, latency } from './latency.ts'
import { type Entry, isAnsweredTwoWays, verdictOf } from './ledger.ts'

export interface People {
  readonly wished: number
  readonly joined: number
  /** Of those who joined: after the start. */
  readonly late: number
  /** Connections that people cut. */
  readonly drops: number
}

/** Everything that a rehearsal found out. */
export interface Outcome {
  readonly title: string
  readonly code: string
  readonly seed: number
  readonly seconds: number
  /** The workshop got to its end. */
  readonly isOver: boolean
  readonly people: People
  readonly commands: {
    readonly issued: number
    readonly acknowledged: number
    readonly unanswered: number
    /** Count by reason. */
    readonly refused: Readonly<Record<string, number>>
    /** Sendings beyond the first of a command. */
    readonly duplicates: number
    /** Commands that were answered once like this and once like that. */
    readonly answeredTwoWays: number
  }
  readonly answers: Tally
  /** Views compared with a fresh one, and where they differ. */
  readonly views: { readonly compared: number; readonly differences: readonly string[] }
  /** From sending an answer to its acknowledgement, without those whose sender cut the connection meanwhile. */
  readonly latency: Latency
  /** What keeps this from being a success; empty when all is well. */
  readonly faults: readonly string[]
}

export function commandsOf(entries: readonly Entry[]): Outcome['commands'] {
  const verdicts = entries.map(verdictOf)
  const refused: Record<string, number> = {}
  for (const verdict of verdicts) {
    if (verdict !== 'acknowledged' && verdict !== 'unanswered') refused[verdict] = (refused[verdict] ?? 0) + 1
  }
  return {
    issued: entries.length,
    acknowledged: verdicts.filter((verdict) => verdict === 'acknowledged').length,
    unanswered: verdicts.filter((verdict) => verdict === 'unanswered').length,
    refused,
    duplicates: entries.reduce((sum, { answers }) => sum + Math.max(0, answers.length - 1), 0),
    answeredTwoWays: entries.filter(isAnsweredTwoWays).length,
  }
}

export function latencyOf(entries: readonly Entry[]): Latency {
  return latency(
    entries.flatMap((entry) =>
      entry.command.type === 'act' && entry.tookMs !== null && verdictOf(entry) === 'acknowledged'
        ? [entry.tookMs]
        : [],
    ),
  )
}

/** What went wrong, a line each. */
export function faultsOf({ isOver, commands, answers, views, people }: Omit<Outcome, 'faults'>): string[] {
  const faults: string[] = []
  if (!isOver) faults.push('the workshop did not get to its end')
  if (people.joined === 0) faults.push('nobody joined')
  if (commands.unanswered > 0) faults.push(`${commands.unanswered} commands were never answered`)
  if (commands.answeredTwoWays > 0) faults.push(`${commands.answeredTwoWays} commands were answered in two ways`)
  if (answers.due !== answers.counted) faults.push(`acknowledged ${answers.due} answers, counted ${answers.counted}`)
  return [...faults, ...answers.differences, ...views.differences]
}
