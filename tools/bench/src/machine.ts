import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { availableParallelism, cpus, loadavg, totalmem } from 'node:os'
import { dirname, join } from 'node:path'
import { canPin } from './program/cores.ts'

/** Packages whose versions decide what the figures mean. */
const packages = ['@trpc/server', 'ws', 'socket.io', '@colyseus/core', 'pg', 'zod'] as const

/** Machine and versions in a line each, and how busy the machine was before we began. */
export function machine(): string {
  const memory = `${Math.round(totalmem() / 2 ** 30)} GB`
  const load = loadavg().map((value) => value.toFixed(2))
  return [
    `${new Date().toISOString().slice(0, 10)}: ${cpus()[0]?.model.trim() ?? 'unknown processor'}, ${availableParallelism()} cores, ${memory}, ${process.platform}`,
    `Node ${process.versions.node}; ${packages.map((name) => `${name} ${versionOf(name)}`).join(', ')}`,
    `load before the run (1, 5, 15 minutes): ${load.join(', ')}; ${canPin() ? 'servers on core 0, load on the last one' : 'no taskset here: nothing is pinned to a core'}`,
  ].join('\n')
}

/** Some packages do not export their package.json: it is looked for upwards from what they do export. */
function versionOf(name: string): string {
  let folder = dirname(createRequire(import.meta.url).resolve(name))
  for (;;) {
    const found = manifest(join(folder, 'package.json'))
    if (found?.name === name && found.version !== undefined) return found.version
    const above = dirname(folder)
    if (above === folder) return 'of unknown version'
    folder = above
  }
}

function manifest(path: string): { name?: string; version?: string } | null {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as { name?: string; version?: string }
  } catch {
    return null
  }
}
