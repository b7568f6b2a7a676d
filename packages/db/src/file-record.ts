import { type JsonValue, must } from '@humuus/workshop-engine'
import type { File } from './generated/client.ts'
import { fromColumn } from './json-column.ts'

const states = ['uploading', 'scanning', 'clean', 'unscanned', 'infected', 'failed'] as const
export type FileRowState = (typeof states)[number]

const kinds = ['picture', 'audio', 'video', 'document'] as const
export type FileRowKind = (typeof kinds)[number]

const news = ['received', 'ready', 'refused', 'removed'] as const
export type FileRowNews = (typeof news)[number]

/** Why a file is removed: somebody wanted it gone, or its time was over. */
export type FileRemoval = 'person' | 'time'

/** A file as it is in the database. Times in epoch ms, `size` in bytes. */
export interface FileRecord {
  readonly id: string
  readonly ownerId: string
  readonly sessionId: string | null
  readonly nodeId: string | null
  readonly workshopId: string | null
  readonly purpose: 'answer' | 'media'
  readonly name: string
  /** As it was announced, then of the content. */
  readonly kind: FileRowKind | null
  /** Of the content; `null` until all of it is there. */
  readonly type: string | null
  readonly size: number
  readonly state: FileRowState
  /** Why it was refused, as it was stored: parse it before use. */
  readonly trouble: JsonValue
  /** As they were stored: parse them before use. */
  readonly variants: JsonValue
  /** What its session was told last. */
  readonly told: FileRowNews | null
  readonly createdAt: number
  readonly finishedAt: number | null
  readonly preparedAt: number | null
  readonly expiresAt: number | null
  readonly removedAt: number | null
  readonly removedFor: FileRemoval | null
}

/** A row as programs read it. */
export function toFileRecord(row: File): FileRecord {
  return {
    id: row.id,
    ownerId: row.ownerId,
    sessionId: row.sessionId,
    nodeId: row.nodeId,
    workshopId: row.workshopId,
    purpose: row.purpose === 'media' ? 'media' : 'answer',
    name: row.name,
    kind: kinds.find((kind) => kind === row.kind) ?? null,
    type: row.type,
    size: Number(row.size),
    state: must(
      states.find((state) => state === row.state),
      'a file has a state that we know',
    ),
    trouble: fromColumn(row.trouble),
    variants: fromColumn(row.variants),
    told: news.find((one) => one === row.told) ?? null,
    createdAt: row.createdAt.getTime(),
    finishedAt: row.finishedAt?.getTime() ?? null,
    preparedAt: row.preparedAt?.getTime() ?? null,
    expiresAt: row.expiresAt?.getTime() ?? null,
    removedAt: row.removedAt?.getTime() ?? null,
    removedFor: row.removedFor === 'time' ? 'time' : row.removedFor === 'person' ? 'person' : null,
  }
}
