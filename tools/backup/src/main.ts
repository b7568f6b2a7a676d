import { statSync } from 'node:fs'
import { join } from 'node:path'
import { WrongUse } from '@humuus/args'
import { LoadRefused } from '@humuus/db'
import { type FileStorage, openStorage, readStorageSettings } from '@humuus/files'
import { readArgs, type Wish } from './args.ts'
import { patiently } from './patiently.ts'
import { restoreBackup } from './restore-backup.ts'
import { writeBackup } from './write-backup.ts'

const databaseUrl = process.env.DATABASE_URL ?? ''
const dataFolder = process.env.HUMUUS_DATA
const secretsFile = dataFolder === undefined ? null : join(dataFolder, 'secrets.json')

try {
  if (databaseUrl === '') throw new WrongUse('DATABASE_URL says which database')
  // npm runs scripts in the folder of the project, and tells in which one the person is.
  const wish = readArgs(process.argv.slice(2), process.env.INIT_CWD ?? process.cwd(), Date.now())
  console.log(await fulfil(wish))
} catch (error) {
  console.error(`humuus: ${error instanceof Error ? error.message : String(error)}`)
  process.exitCode = error instanceof WrongUse ? 2 : 1
}

/** Resolves with what there is to say about it. */
async function fulfil(wish: Wish): Promise<string> {
  const { file } = wish
  await using opened = wish.files ? await openFiles() : null
  const parts = { databaseUrl, files: opened, secretsFile }
  if (wish.does === 'backup') {
    const closing = await writeBackup(file, { ...parts, now: Date.now })
    return `${file}: ${sumOf(closing)}, ${inWords(statSync(file).size)}. It holds secrets and what people said: keep it safe.`
  }
  const restored = await patiently(() => restoreBackup(file, { ...parts, replace: wish.replace }), isPassing)
  return `Restored as of ${restored.madeAt}: ${sumOf(restored)}.`
}

/** The place that server and worker keep files in, by the same settings. */
async function openFiles(): Promise<FileStorage> {
  const storage = await openStorage(readStorageSettings(process.env))
  await storage.check()
  return storage
}

/** A server that was just stopped is remembered for some seconds. */
function isPassing(error: unknown): boolean {
  return error instanceof LoadRefused && error.reason === 'at_work'
}

function sumOf({ rows, files }: { rows: Readonly<Record<string, number>>; files: number }): string {
  const { users = 0, workshop_sessions = 0, participant_actions = 0 } = rows
  return `${users} people, ${workshop_sessions} sessions, ${participant_actions} actions, ${files} files`
}

function inWords(bytes: number): string {
  return `${(bytes / 1_000_000).toFixed(1)} MB`
}
