import { bad, type Finding, good, warn } from '../finding.ts'

const [noticeableMs, harmfulMs] = [1_000, 30_000]

/** Compares this machine's clock with another one (epoch ms), as far as the way there and back allows. */
export async function clockBeside(whose: string, theirs: () => Promise<number>): Promise<Finding> {
  const before = Date.now()
  const there = await theirs()
  const after = Date.now()
  const apart = there < before ? before - there : Math.max(0, there - after)
  const says = `this clock and that of ${whose} are ${apart < 1_000 ? `${Math.round(apart)} ms` : `${Math.round(apart / 1_000)} s`} apart`
  const todo = 'let both be set by the network (systemd-timesyncd, chrony)'
  if (apart > harmfulMs) return bad(says, todo)
  return apart > noticeableMs ? warn(says, todo) : good(says)
}
