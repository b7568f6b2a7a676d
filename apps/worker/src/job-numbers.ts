/** How many jobs this worker did since it started, by queue. */
export class JobNumbers {
  readonly done = new Map<string, number>()
  /** Attempts that threw; most are tried again. */
  readonly failed = new Map<string, number>()

  ended(queue: string, isDone: boolean): void {
    const counts = isDone ? this.done : this.failed
    counts.set(queue, (counts.get(queue) ?? 0) + 1)
  }
}
