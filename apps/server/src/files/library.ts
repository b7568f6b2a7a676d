import type { FileRooms } from '@humuus/api'
import { type FileLink, type Files, type MediaFile, type OwnFile, refusal } from '@humuus/api'
import type { FileRecord, FileRetention, FileStore } from '@humuus/db'
import { fileFormats } from '@humuus/files'
import { fileKinds } from '@humuus/workshop-engine'
import { type Addresses, pathOf, untilFor } from './addresses.ts'
import { archivePath } from './archive.ts'
import { troubleOf } from './life.ts'
import type { Removal } from './removal.ts'
import type { FileSettings } from './settings.ts'
import { variantsOf } from './variants.ts'

const dayMs = 86_400_000

export interface LibraryParts {
  readonly store: FileStore
  readonly retention: FileRetention
  readonly removal: Removal
  readonly rooms: Pick<FileRooms, 'filesSeen'>
  readonly addresses: Addresses
  /** Without a place in front: for plans, and for what only this server has. */
  readonly relative: Addresses
  readonly settings: FileSettings
  readonly now: () => number
}

/** Files as people ask for them. */
export function fileLibrary(parts: LibraryParts): Files {
  const { store, retention, removal, rooms, addresses, relative, settings, now } = parts

  const isShowable = (file: FileRecord): boolean =>
    file.preparedAt !== null && (file.state === 'clean' || (file.state === 'unscanned' && settings.servesUnscanned))

  const linkOf = (file: FileRecord, until: number): FileLink => {
    const variants = variantsOf(file)
    const address = (name: string) => {
      const variant = variants.find((one) => one.variant === name)
      return variant && addresses.signed(pathOf(file.id, variant), until)
    }
    const full = address('full')
    return {
      id: file.id,
      thumb: address('thumb'),
      screen: address('screen'),
      full,
      download: full && `${full}&download=1`,
    }
  }

  return {
    limits: () => ({
      maxBytes: settings.maxBytes,
      accept: fileKinds.map((kind) => {
        const formats = Object.values(fileFormats).filter((format) => format.kind === kind)
        return { kind, types: formats.map(({ type }) => type), extensions: formats.map(({ ext }) => ext) }
      }),
      personQuota: settings.personQuota,
      sessionQuota: settings.sessionQuota,
      days: settings.days,
    }),

    links: async (sessionId, viewer, ids) => {
      const until = untilFor(now())
      const seen = await rooms.filesSeen(sessionId, viewer, ids)
      const files = (await store.getAll([...seen])).filter((file) => file.sessionId === sessionId)
      const coming = new Set(
        files.filter((file) => file.removedAt === null && file.state !== 'failed').map(({ id }) => id),
      )
      return {
        links: files.filter((file) => coming.has(file.id) && isShowable(file)).map((file) => linkOf(file, until)),
        gone: [...seen].filter((id) => !coming.has(id)),
        until: until * 1_000,
      }
    },

    mine: async (sessionId, userId) => (await store.ofOwner(sessionId, userId)).map(ownFile),

    ofSession: async (sessionId) => {
      const kept = await retention.of(sessionId)
      if (kept === null) throw refusal('unknown_session')
      const days = kept.days ?? settings.days
      const files = await store.ofSession(sessionId)
      return {
        files: files.map((file) => ({ ...ownFile(file), userId: file.ownerId })),
        kept: kept.kept,
        days,
        expiresAt: kept.kept || kept.endedAt === null ? null : kept.endedAt + days * dayMs,
      }
    },

    whose: async (fileId) => {
      const file = await store.get(fileId)
      return file === null || file.removedAt !== null
        ? null
        : { ownerId: file.ownerId, sessionId: file.sessionId, purpose: file.purpose }
    },

    remove: async (fileId) => {
      await removal.remove([fileId], 'person')
    },

    keep: (sessionId, kept) => retention.keep(sessionId, kept),

    expire: async (sessionId, days) => {
      if (days !== 0) return retention.setDays(sessionId, days)
      const files = await store.ofSession(sessionId)
      await removal.remove(
        files.map(({ id }) => id),
        'person',
      )
    },

    archive: async (sessionId, nodeId) => ({
      url: relative.signed(archivePath(sessionId, nodeId), untilFor(now())),
    }),

    media: async (user) => (await store.mediaOf([user.id, ...user.formerIds])).map((file) => mediaFile(file)),

    removeMedia: async (fileId) => {
      if (await retention.isShown(fileId, { now: now(), days: settings.days })) throw refusal('file_in_use')
      await removal.remove([fileId], 'person')
    },
  }

  function mediaFile(file: FileRecord): MediaFile {
    const variants = isShowable(file) ? variantsOf(file) : []
    const open = (...names: string[]) => {
      const variant = names.map((name) => variants.find((one) => one.variant === name)).find((one) => one !== undefined)
      return variant === undefined ? null : relative.open(file.id, variant)
    }
    return { ...ownFile(file), workshopId: file.workshopId, url: open('screen', 'full'), thumb: open('thumb') }
  }
}

const ownFile = (file: FileRecord): OwnFile => ({
  id: file.id,
  nodeId: file.nodeId,
  name: file.name,
  kind: file.kind,
  size: file.size,
  state: file.state,
  isReady: file.preparedAt !== null && file.state !== 'failed',
  trouble: troubleOf(file),
  createdAt: file.createdAt,
})
