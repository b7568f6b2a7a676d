import type { Line, Listener } from './line.ts'

/** How one kind of server is spoken to. The same load makes use of all of them. */
export interface Speech extends Listener {
  /** Where this person connects, as path and query. */
  path(url: string): string | Promise<string>
  /** Says who comes and asks for what is going on: everything, or what is new since a mark. */
  enter(line: Line, since: number | null): void
  /** The message of a vote; its answer comes back under `id`. */
  vote(id: number, vote: { readonly userId: string; readonly choice: number }): string | Buffer
}

/** The digits that stand at `at`; ends with the first other sign. */
export function digitsAt(bytes: Buffer, at: number): number {
  let number = 0
  for (let place = at; ; place++) {
    const digit = (bytes[place] ?? 0) - 48
    if (digit < 0 || digit > 9) return number
    number = number * 10 + digit
  }
}
