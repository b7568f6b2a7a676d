import type { HumuusViews, Report, ReportPerson } from '@humuus/workshop-engine'

/** What the console shows of a step, by node type. */
export type StepContent = NonNullable<HumuusViews['host']['step']>['content']

/** A report as it is stored: its steps hold what the console showed after the reveal. */
export type SessionReport = Report<StepContent>

/** How people did at one step. */
export interface StepFigures {
  /** People who were asked; 0 where a step asks for nothing. */
  readonly asked: number
  readonly answered: number
  /** People whose answer was judged, and those of them who were right; both 0 where nothing is right or wrong. */
  readonly judged: number
  readonly right: number
}

/** Counts a step from what each person gave, so that figures and table can never disagree. */
export function stepFigures(people: readonly ReportPerson[], nodeId: string): StepFigures {
  const given = people.flatMap(({ answers }) => answers.filter((kept) => kept.nodeId === nodeId))
  return {
    asked: given.length,
    answered: given.filter(({ answer }) => answer !== null).length,
    judged: given.filter(({ right }) => right !== null).length,
    right: given.filter(({ right }) => right === true).length,
  }
}

/** Answers of a person: how many they gave, and how many of those were right. */
export function personFigures({ answers }: ReportPerson): { readonly given: number; readonly right: number } {
  return {
    given: answers.filter(({ answer }) => answer !== null).length,
    right: answers.filter(({ right }) => right === true).length,
  }
}

/** Answers of everybody to everything. */
export const answersOf = (people: readonly ReportPerson[]): number =>
  people.reduce((sum, person) => sum + personFigures(person).given, 0)

/** Something was scored, so places and points mean something. */
export const isScored = (people: readonly ReportPerson[]): boolean => people.some(({ points }) => points > 0)
