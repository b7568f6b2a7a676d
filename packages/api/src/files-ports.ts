import type { FileKind, FileNews, FileRules, Refused } from '@humuus/workshop-engine'
import type { CommandResult } from './command-result.ts'
import type { FileRejection } from './file-rejection.ts'
import type { User } from './identity-ports.ts'
import type { Viewer } from './viewer.ts'

/** Epoch milliseconds. */
type EpochMs = number

/** `unscanned`: there is no scanner here. `failed`: refused. */
export type FileState = 'uploading' | 'scanning' | 'clean' | 'unscanned' | 'infected' | 'failed'

/** One form in which a file is sent out. */
export interface FileVariant {
  readonly variant: 'thumb' | 'screen' | 'full'
  /** Where it is in the storage: below the file's id. */
  readonly key: string
  /** MIME type. */
  readonly type: string
  /** Bytes. */
  readonly size: number
  /** SHA-256 in hex. */
  readonly digest: string
  /** Pixels. */
  readonly width?: number | undefined
  readonly height?: number | undefined
  readonly seconds?: number | undefined
  readonly pages?: number | undefined
}

/** What files and live sessions know of each other. */
export interface FileRooms {
  /** Accepted whatever step is shown, and after the session, too; harmless when repeated. */
  fileNews(
    sessionId: string,
    file: { nodeId: string; fileId: string; userId: string; news: FileNews },
  ): Promise<CommandResult>
  /** Whether this person may begin to send a file to this step now; `left`: how many beside those the room knows. */
  uploadRules(sessionId: string, userId: string, nodeId: string): Promise<({ readonly ok: true } & FileRules) | Refused>
  /** Which of these this viewer may look at. */
  filesSeen(sessionId: string, viewer: Viewer, fileIds: readonly string[]): Promise<ReadonlySet<string>>
}

/** What may be sent here. Sizes in bytes. */
export interface FileLimits {
  readonly maxBytes: number
  readonly accept: readonly {
    readonly kind: FileKind
    readonly types: readonly string[]
    readonly extensions: readonly string[]
  }[]
  readonly personQuota: number
  readonly sessionQuota: number
  /** Days after the end of a session for which its files are kept, where neither workshop nor session says otherwise. */
  readonly days: number
}

/** Addresses of a file's forms. */
export interface FileLink {
  readonly id: string
  readonly thumb?: string | undefined
  readonly screen?: string | undefined
  readonly full?: string | undefined
  /** Of the best form there is, to be saved under the file's name. */
  readonly download?: string | undefined
}

export interface FileLinks {
  /** Of the files that this viewer may see now. */
  readonly links: readonly FileLink[]
  /** These will not come any more. */
  readonly gone: readonly string[]
  /** Until when the addresses are good. */
  readonly until: EpochMs
}

/** A file, for whoever sent it. */
export interface OwnFile {
  readonly id: string
  readonly nodeId: string | null
  readonly name: string
  readonly kind: FileKind | null
  readonly size: number
  readonly state: FileState
  /** Others may see it. */
  readonly isReady: boolean
  readonly trouble: FileRejection | null
  readonly createdAt: EpochMs
}

/** A file, for those who run the session. */
export interface SessionFile extends OwnFile {
  /** As the session knows them. */
  readonly userId: string
}

export interface SessionFiles {
  readonly files: readonly SessionFile[]
  /** Files of this session are never deleted by time. */
  readonly kept: boolean
  /** Days after its end for which they are kept. */
  readonly days: number
  /** When they will be deleted; `null`: they are kept, or the session is not over. */
  readonly expiresAt: EpochMs | null
}

/** A file of an author's workshop. */
export interface MediaFile extends OwnFile {
  readonly workshopId: string | null
  /** Of the form for screens, as a step's picture takes it; `null` until it is ready. */
  readonly url: string | null
  readonly thumb: string | null
}

/** Files, for people. Every method throws a refusal in words. */
export interface Files {
  limits(): FileLimits
  links(sessionId: string, viewer: Viewer, ids: readonly string[]): Promise<FileLinks>
  /** Newest first, including those that were refused. */
  mine(sessionId: string, userId: string): Promise<readonly OwnFile[]>
  ofSession(sessionId: string): Promise<SessionFiles>
  /** Whose it is and where it belongs; `null`: there is none. */
  whose(fileId: string): Promise<{ ownerId: string; sessionId: string | null; purpose: 'answer' | 'media' } | null>
  remove(fileId: string): Promise<void>
  keep(sessionId: string, kept: boolean): Promise<void>
  /** Days from the session's end; `0`: now, whether it has ended or not. `null`: as the workshop or the installation says. */
  expire(sessionId: string, days: number | null): Promise<void>
  /** Address of everything that came in at this step, in one file. */
  archive(sessionId: string, nodeId: string): Promise<{ url: string }>
  media(user: User): Promise<readonly MediaFile[]>
  /** Refuses (`file_in_use`) as long as a workshop or session shows it. */
  removeMedia(fileId: string): Promise<void>
}

/** A file that the worker does something with. */
export interface FileTask {
  readonly fileId: string
  /** Where its bytes are in the storage. */
  readonly key: string
  readonly name: string
  readonly kind: FileKind
  /** MIME type of the content, and how such files end. */
  readonly type: string
  readonly ext: string
  readonly size: number
  /** What is to be done: `scanning`: to be scanned, otherwise to be prepared. */
  readonly state: 'scanning' | 'clean' | 'unscanned'
}

/** What the worker does with files. An id that is nobody's, and news that is old, change nothing. */
export interface FileWork {
  /** The file as long as something is to be done with it, or `null`. */
  take(fileId: string): Promise<FileTask | null>
  /** `failed`: the scanner will never take it. */
  scanned(fileId: string, outcome: 'clean' | 'infected' | 'failed'): Promise<void>
  /** False where nobody waits for these forms: whoever made them removes them. */
  derived(fileId: string, variants: readonly FileVariant[]): Promise<boolean>
  refused(fileId: string, trouble: FileRejection): Promise<void>
  /** Deletes some of what is due, at most `limit`; `more`: ask again. Safe twice and at once. */
  expire(limit: number): Promise<{ removed: number; more: boolean }>
  /** Compares storage and rows, and puts right what differs: keys without a row, rows without bytes. */
  reconcile(): Promise<{ keysRemoved: number; filesLost: number }>
}
