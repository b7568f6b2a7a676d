import { readFile } from 'node:fs/promises'
import { WrongUse } from '@humuus/args'

/** The content of a workshop file; the server judges it. Throws `WrongUse` for what is no JSON file. */
export async function readWorkshopFile(path: string): Promise<unknown> {
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    throw new WrongUse(`--workshop ${path} cannot be read (${error.code})`)
  })
  try {
    return JSON.parse(text)
  } catch {
    throw new WrongUse(`--workshop ${path} is not JSON`)
  }
}
