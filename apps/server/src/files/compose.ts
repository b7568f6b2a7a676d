import type { FileRooms, Files, FileWork, Ports } from '@humuus/api'
import { type Database, type FileRecord, fileLocks, fileRetention, fileStore } from '@humuus/db'
import { openStorage, storageSettings } from '@humuus/files'
import type { FastifyInstance } from 'fastify'
import type { Env } from '../env.ts'
import type { Authenticate } from '../identity/authentication.ts'
import { inWords } from '../library/in-words.ts'
import { diskOf } from '../ops/disk.ts'
import { addresses } from './addresses.ts'
import { beginUpload } from './begin.ts'
import { deliverFiles } from './delivery.ts'
import { expiry } from './expiry.ts'
import { fileLibrary } from './library.ts'
import { fileLife } from './life.ts'
import { purge } from './purge.ts'
import { reconciler } from './reconcile.ts'
import { removal } from './removal.ts'
import { fileSettings } from './settings.ts'
import { sweepFiles } from './sweep.ts'
import { tellRooms } from './telling.ts'
import { uploadLocker } from './upload-lock.ts'
import { uploads } from './upload-routes.ts'

/** What files need of the rest of the server. */
interface Parts {
  readonly db: Database
  readonly env: Env
  readonly rooms: FileRooms & Ports['rooms']
  readonly ports: Pick<Ports, 'sessions' | 'workshops' | 'limits' | 'accounts'>
  readonly askToScan: (fileId: string) => void
  readonly askToPrepare: (fileId: string) => void
  readonly log: {
    error(details: object, message: string): void
    warn(details: object, message: string): void
  }
  readonly now: () => number
}

export interface FilesOfServer {
  readonly ports: { readonly files: Files; readonly fileWork: FileWork }
  routes(app: FastifyInstance, authenticate: Authenticate): void
  /** Deletes what somebody sent, under this id; again, it does what is left. Media stay as long as something shows them. */
  forget(userId: string): Promise<void>
  /** Everything that somebody sent, for them to take along. */
  dataOf(ids: readonly string[]): Promise<readonly Partial<FileRecord>[]>
  /** Deletes media that nothing shows any more. */
  clearMedia(): Promise<void>
  /** Looks now for files that wait for something. */
  sweep(): Promise<void>
  /** Resolves when nothing is written any more: after the server has closed its connections. */
  close(): Promise<void>
}

/** So many media are cleared away together. */
const batch = 200

/** Everything about files, put together. */
export async function composeFiles({ db, env, rooms, ports, log, now, ...ask }: Parts): Promise<FilesOfServer> {
  const settings = fileSettings(env)
  const where = storageSettings(env)
  const storage = await openStorage(where)
  const store = fileStore(db)
  const retention = fileRetention(db)
  const disk = diskOf('dir' in where ? where.dir : undefined)
  const isFull = () => disk.isFull()
  const relative = addresses(env.AUTH_SECRET, '')
  const given = addresses(env.AUTH_SECRET, settings.filesUrl ?? '')
  const tell = tellRooms(rooms, store)
  const remover = removal({
    store,
    storage,
    tell,
    now,
    purge: purge({
      purgeUrl: settings.purgeUrl,
      relative,
      now,
      onError: (error) => log.warn({ err: error }, 'the cache in front of files does not forget'),
    }),
  })
  const life = fileLife({ store, storage, settings, tell, now, ...ask })
  const expire = expiry({ store, retention, removal: remover, settings, now })
  const work: FileWork = {
    take: life.take,
    scanned: life.scanned,
    derived: life.derived,
    refused: life.refused,
    expire,
    reconcile: reconciler({
      store,
      storage,
      life,
      tell,
      now,
      onFound: (what, details) => log.warn(details, `files: ${what}`),
    }),
  }
  const incoming = uploads({
    store,
    storage,
    life,
    removal: remover,
    begin: beginUpload({ store, rooms, ports: { ...ports, rooms }, settings, isFull, now }),
    rooms,
    locker: uploadLocker({
      locks: fileLocks(db),
      onError: (error) => log.warn({ err: error }, 'the lock of an upload is not kept'),
    }),
    settings,
    isFull,
  })
  const sweeping = sweepFiles({
    store,
    life,
    removal: remover,
    now,
    onError: (error) => log.error({ err: error }, 'files that wait are not gone on with'),
  })
  return {
    ports: {
      files: inWords(
        fileLibrary({ store, retention, removal: remover, rooms, addresses: given, relative, settings, now }),
      ),
      fileWork: inWords(work),
    },
    routes: (app, authenticate) => {
      incoming.routes(app, authenticate)
      deliverFiles(app, { store, storage, addresses: relative, settings, publicUrl: env.PUBLIC_URL, now })
    },
    forget: async (userId) => {
      const files = await store.allOf([userId])
      const answers = files.filter(({ purpose }) => purpose === 'answer')
      await remover.remove(
        answers.map(({ id }) => id),
        'person',
      )
    },
    dataOf: async (ids) => (await store.allOf(ids)).map(taken),
    clearMedia: async () => {
      const orphans = await retention.orphanedMedia({ now: now(), days: settings.days, limit: batch })
      await remover.remove(orphans, 'time')
    },
    sweep: sweeping.sweep,
    close: async () => {
      await sweeping.stop()
      await incoming.idle()
      await storage.close()
    },
  }
}

const taken = ({
  id,
  sessionId,
  nodeId,
  workshopId,
  purpose,
  name,
  kind,
  type,
  size,
  state,
  createdAt,
}: FileRecord) => ({
  ...{ id, sessionId, nodeId, workshopId, purpose, name, kind, type, size, state, createdAt },
})
