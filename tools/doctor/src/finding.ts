/** What a look at one part of an installation came to. */
export interface Finding {
  /** `bad`: something does not work, or answers could be lost. `warn`: it works, and could be better. `off`: not set up, which is fine. */
  readonly state: 'good' | 'warn' | 'bad' | 'off'
  /** In a line. Never holds a secret. */
  readonly says: string
  /** What to do about it; of `warn` and `bad`. */
  readonly todo?: string
}

export const good = (says: string): Finding => ({ state: 'good', says })
export const off = (says: string): Finding => ({ state: 'off', says })
export const warn = (says: string, todo: string): Finding => ({ state: 'warn', says, todo })
export const bad = (says: string, todo: string): Finding => ({ state: 'bad', says, todo })

/** A part of an installation, and how to look at it. */
export interface Check {
  readonly name: string
  /** Anything it throws is `bad`. Changes nothing that stays. */
  look(): Promise<readonly Finding[]>
}
