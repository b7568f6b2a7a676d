import { procStat } from './process-identity.mjs'

const everyMs = 500

/**
 * Calls once when npm, which started us, has gone: it passes SIGTERM on to the shell between us, which does not pass it on
 * to us, and a killed npm tells nobody. Does nothing where npm did not start us.
 * @param {() => void} then
 */
export function onceNpmHasGone(then) {
  if (process.env.npm_lifecycle_event === undefined) return
  const shell = process.ppid
  const npm = npmAbove(shell)
  const timer = setInterval(() => {
    const isThere = process.ppid === shell && (npm === null || procStat(npm.pid)?.start === npm.start)
    if (isThere) return
    clearInterval(timer)
    then()
  }, everyMs)
  timer.unref()
}

/** npm's own process, where the system lets us find it: our parent's parent. @param {number} parent */
function npmAbove(parent) {
  const pid = procStat(parent)?.parent ?? 0
  const stat = procStat(pid)
  return stat?.name.startsWith('npm') ? { pid, start: stat.start } : null
}
