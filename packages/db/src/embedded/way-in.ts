import { execFile } from 'node:child_process'
import { dirname, resolve } from 'node:path'
import { promisify } from 'node:util'
import type { RunAs } from './run-as.ts'

const run = promisify(execFile)

// Asks the operating system by trying, because modes alone do not tell (access lists, mounts).
const firstShut = 'for folder in "$@"; do cd "$folder" 2>/dev/null || { printf %s "$folder"; exit 0; }; done'

/** The first folder on the way from `/` to `folder` that the user may not enter; null if nothing bars the way. */
export async function shutFolder(folder: string, user: RunAs): Promise<string | null> {
  const { stdout } = await run('/bin/sh', ['-c', firstShut, 'sh', ...wayTo(resolve(folder))], { ...user, cwd: '/' })
  return stdout === '' ? null : stdout
}

/** True if the user (null: this process's own) may run the program and pass every folder above it. */
export async function mayRun(program: string, user: RunAs | null): Promise<boolean> {
  const attempt = run('/bin/sh', ['-c', 'test -x "$1"', 'sh', program], { ...user, cwd: '/' })
  return attempt.then(
    () => true,
    () => false,
  )
}

function wayTo(folder: string): string[] {
  const parent = dirname(folder)
  return parent === folder ? [folder] : [...wayTo(parent), folder]
}
