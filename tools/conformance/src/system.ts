/** What a scenario plays against. */
export interface System {
  /** Address of an installation, such as `http://127.0.0.1:3000`. */
  readonly url: string
  /** Address of another server of the same installation; `null` where none is known. */
  readonly also: string | null
  /** Kills the server at `url` without a warning and starts it again; resolves when it is ready. `null` where nobody can. */
  readonly restart: (() => Promise<void>) | null
}
