import { randomBytes, randomUUID } from 'node:crypto'
import { chown, link, readFile, rm, writeFile } from 'node:fs/promises'
import type { DataFolder } from './data-folder.ts'
import { DataFolderUnusable } from './errors.ts'

/** Makes a random password for the database's only user, once, in a file that nobody else can read. */
export async function makePassword(folder: DataFolder): Promise<void> {
  // Two starts at the same moment may share a process, and must not share a draft.
  const draft = `${folder.passwordFile}.${randomUUID()}`
  try {
    await writeFile(draft, randomBytes(24).toString('base64url'), { mode: 0o600 })
    if (folder.user !== null) await chown(draft, folder.user.uid, folder.user.gid)
    // A link appears whole or not at all, and never in place of one that is there.
    await link(draft, folder.passwordFile)
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code !== 'EEXIST') {
      throw new DataFolderUnusable(folder.path, 'the password file cannot be written', cause)
    }
  } finally {
    await rm(draft, { force: true })
  }
}

/** The password that belongs to the folder's cluster. */
export async function readPassword(folder: DataFolder): Promise<string> {
  try {
    return (await readFile(folder.passwordFile, 'utf8')).trim()
  } catch (cause) {
    throw new DataFolderUnusable(folder.path, 'it holds a database whose password file is missing or unreadable', cause)
  }
}
