import { randomUUID } from 'node:crypto'
import { Readable } from 'node:stream'
import { text } from 'node:stream/consumers'
import type { FileStorage } from './storage.ts'

/** Writes, reads and removes a few bytes; throws one line that says what did not work `where`. */
export async function checkStorage(storage: FileStorage, where: string): Promise<void> {
  const key = `check/${randomUUID()}`
  const written = randomUUID()
  const attempt = async (what: string, step: () => Promise<unknown>) => {
    try {
      await step()
    } catch (error) {
      throw new Error(`${where} cannot be ${what}: ${error instanceof Error ? error.message : String(error)}`)
    }
  }
  await attempt('written', () => storage.write(key, Readable.from([Buffer.from(written)]), { type: 'text/plain' }))
  await attempt('read', async () => {
    if ((await text(await storage.read(key))) !== written) throw new Error('it gave back something else')
  })
  await attempt('cleared', () => storage.remove([key]))
}
