import { writeFileSync } from 'node:fs'
import { setPriority } from 'node:os'
import sharp from 'sharp'
import { type Bounds, guardThisProcess } from './guard.ts'
import { prepare } from './prepare.ts'
import type { Original } from './prepared.ts'

/** What such a process is asked, and what it answers. */
export interface Order {
  readonly original: Original
  readonly bounds: Bounds
}
export type Answer = { readonly prepared: Awaited<ReturnType<typeof prepare>> } | { readonly trouble: string }

process.once('message', async ({ original, bounds }: Order) => {
  stepBack()
  await guardThisProcess(bounds)
  const answer: Answer = await prepare(original).then(
    (prepared) => ({ prepared }),
    (error: Error) => ({ trouble: error.message }),
  )
  process.send?.(answer, () => process.exit(0))
})

/** The workshop goes first: on a busy machine this one waits, and where memory runs out it is the one that ends. */
function stepBack(): void {
  sharp.concurrency(1)
  sharp.cache(false)
  try {
    setPriority(5)
    writeFileSync('/proc/self/oom_score_adj', '1000')
  } catch {
    // Not every system has these.
  }
}
