import { store, stored } from '../ui/stored.ts'

const key = 'humuus.host-name'

/** The name one hosts under, as it was given last; `''` if none. */
export const hostName = (): string => stored(key) ?? ''

export const rememberHostName = (name: string): void => store(key, name)

/** Offers no name the next time. */
export const forgetHostName = (): void => store(key, null)
