/** What a build hands to its service worker. All paths begin with a slash. */
export interface Parcel {
  /** Changes with every file below. */
  readonly version: string
  /** The page itself; every address of the web app shows it. */
  readonly shell: string
  /** Kept from the start: all a phone needs to open. */
  readonly always: readonly string[]
  /** Kept once this phone has used it: the texts of a language. */
  readonly onceUsed: readonly string[]
}
