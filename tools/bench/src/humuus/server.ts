import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { freePort } from '@humuus/db/embedded'
import { serverProgram } from '../program/node-program.ts'
import { Subject } from '../program/subject.ts'

/** Our server as it is built, and the secret that signs its tokens. */
export interface HumuusServer {
  readonly subject: Subject
  readonly authSecret: string
}

const webDir = fileURLToPath(new URL('../../../../apps/web/dist', import.meta.url))

const newSecret = (): string => randomBytes(32).toString('base64url')

/** Starts it over a database of its own, on a core of its own unless it is to share all of them. It logs as in production, to nowhere. */
export async function startHumuus(
  databaseUrl: string,
  { profile, isPinned = true }: { readonly profile?: string | undefined; readonly isPinned?: boolean },
): Promise<HumuusServer> {
  const authSecret = newSecret()
  const env = {
    HOST: '127.0.0.1',
    // It does not tell which one it took.
    PORT: String(await freePort()),
    DATABASE_URL: databaseUrl,
    AUTH_SECRET: authSecret,
    INTERNAL_SECRET: newSecret(),
    FILES_DIR: join(tmpdir(), 'humuus-bench-files'),
    ...(existsSync(webDir) && { WEB_DIR: webDir }),
  }
  return { subject: await Subject.start({ program: serverProgram(), env, profile, isPinned }), authSecret }
}
