import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The folder of the whole project. */
export const repository = fileURLToPath(new URL('../../..', import.meta.url))

/** A path below the project's folder. @param {string[]} names */
export const inRepository = (...names) => join(repository, ...names)
