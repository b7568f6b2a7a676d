const oldest = { major: 20, minor: 19 }

/**
 * Loads the rest only where Node can run it, and says in words where it cannot. This file and those that start with it
 * are written so that even a very old Node can read them.
 * @param {() => Promise<unknown>} load
 */
export function onRecentNode(load) {
  if (isRecent(process.versions.node)) return load()
  process.exitCode = 1
  console.error(
    `humuus needs Node ${oldest.major}.${oldest.minor} or newer, and this is Node ${process.versions.node}: get one from https://nodejs.org`,
  )
}

/** @param {string} version as in `20.19.1` */
export function isRecent(version) {
  const [major = 0, minor = 0] = version.split('.').map(Number)
  return major > oldest.major || (major === oldest.major && minor >= oldest.minor)
}
