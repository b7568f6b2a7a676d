import type { System } from './system.ts'

/** What not every system can offer, and how a person offers it. */
export const needs = {
  'another server': '--also URL',
  'a restart': '--restart "COMMAND"',
} as const
export type Need = keyof typeof needs

/** A rule about answers, and how to find out whether a running system keeps it. */
export interface Scenario {
  /** `C1` … */
  readonly id: string
  /** The rule, as a claim. */
  readonly title: string
  /** What has gone wrong elsewhere, in a line. */
  readonly why: string
  readonly needs: readonly Need[]
  /** Resolves when the system kept the rule; throws a `Deviation` when it did not. */
  readonly run: (system: System) => Promise<void>
}
