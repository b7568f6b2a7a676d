import { store, stored } from '../../ui/stored.ts'

const key = 'humuus.name'

/** The name this browser joined with last; `null` for a newcomer. */
export const rememberedName = (): string | null => stored(key)

/** Keeps the name for the next workshop. */
export const rememberName = (name: string): void => store(key, name)

/** Makes this browser a newcomer again. */
export const forgetName = (): void => store(key, null)
