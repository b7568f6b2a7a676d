/** Another PostgreSQL runs on the data folder; `pid` is its process, if it is known. */
export class DataFolderInUse extends Error {
  override readonly name = 'DataFolderInUse'
  readonly folder: string
  readonly pid: number | null

  constructor(folder: string, pid: number | null) {
    super(`the data folder ${folder} is in use by another running instance${pid === null ? '' : ` (process ${pid})`}`)
    this.folder = folder
    this.pid = pid
  }
}

/** The data folder cannot be made, entered, read or written, or holds something else; the message says what to do. */
export class DataFolderUnusable extends Error {
  override readonly name = 'DataFolderUnusable'
  readonly folder: string

  constructor(folder: string, why: string, cause?: unknown) {
    super(`the data folder ${folder} cannot be used: ${why}`, { cause })
    this.folder = folder
  }
}

/** PostgreSQL itself could not be run; the message carries its own last words. */
export class PostgresFailed extends Error {
  override readonly name = 'PostgresFailed'
}
