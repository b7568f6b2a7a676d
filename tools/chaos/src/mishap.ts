/** A part of the system that can be broken. */
export type Part = 'server 1' | 'server 2' | 'both servers' | 'worker' | 'database' | 'redis'

/** Something that goes wrong. Times in ms. */
export type Mishap =
  /** `kill -9`, all its processes; `awayMs` later it is started again. */
  | { readonly kind: 'kill'; readonly part: Part; readonly awayMs: number }
  /** Ended in order (SIGTERM) and started again; servers one after the other. */
  | { readonly kind: 'restart'; readonly part: 'servers' | 'worker' | 'database' }
  /** Stands still and says nothing; a frozen database is a disk that stalls. */
  | { readonly kind: 'freeze'; readonly part: 'server 1' | 'server 2' | 'database'; readonly ms: number }
  /** Every connection of every person breaks. */
  | { readonly kind: 'cut' }
  /** And nobody gets a new one for a while. */
  | { readonly kind: 'block'; readonly ms: number }

/** In a few words, for the people who watch. */
export function say(mishap: Mishap): string {
  const seconds = (ms: number) => `${(ms / 1_000).toFixed(1)} s`
  switch (mishap.kind) {
    case 'kill':
      return `kill -9 ${mishap.part}`
    case 'restart':
      return `restart ${mishap.part}`
    case 'freeze':
      return `freeze ${mishap.part} for ${seconds(mishap.ms)}`
    case 'cut':
      return 'cut all links'
    case 'block':
      return `block all links for ${seconds(mishap.ms)}`
  }
}

/** Which parts a mishap lays its hands on: two at once must not meet. */
export function touches(mishap: Mishap): ReadonlySet<string> {
  switch (mishap.kind) {
    case 'kill':
    case 'freeze':
    case 'restart': {
      const servers = mishap.part.includes('server')
      return new Set(servers ? ['servers'] : [mishap.part])
    }
    case 'cut':
    case 'block':
      return new Set(['links'])
  }
}
