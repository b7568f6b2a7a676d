/** A run that is played again with every test: the first shows that everything is survived, the others once found something. */
export interface PinnedRun {
  /** What it is about, or what it found. */
  readonly name: string
  readonly seed: number
  readonly minutes: number
}

export const pinnedRuns: readonly [PinnedRun, ...PinnedRun[]] = [
  { name: 'every part is killed once', seed: 20, minutes: 0.4 },
]
