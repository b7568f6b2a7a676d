import type { Subject } from '../program/subject.ts'
import type { Line } from '../wire/line.ts'

/** Somebody who takes part: a line, and how a vote is put on it. */
export interface Seat {
  readonly line: Line
  /** Resolves when it is acknowledged; throws when it is refused. */
  vote(choice: number): Promise<void>
}

/** A server in the race, ours or another: the same load is put on each. */
export interface Contender extends AsyncDisposable {
  readonly subject: Subject
  /** Lets people come, and resolves when each is ready; those who look on have then seen how things are. */
  enter(count: number, { looksOn }: { looksOn: boolean }): Promise<readonly Seat[]>
  /** One person comes back after their line was cut, from what they last saw. Resolves when they see how things are now. */
  comeBack(index: number): Promise<Line>
  /** Tells everybody something, so often at once (1); resolves to the number of the last. */
  publish(count?: number): Promise<number>
  /** Votes that are there, wherever this server keeps them. */
  counted(): Promise<number>
}
