import { fileURLToPath } from 'node:url'

/** A path below the project's folder. */
export const inRepository = (path: string): string => fileURLToPath(new URL(`../../../${path}`, import.meta.url))
