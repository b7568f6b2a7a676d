import { createHash, timingSafeEqual } from 'node:crypto'

/** The header in which the worker proves itself. */
export const workerHeader = 'x-humuus-worker'

/** Compares in the same time whatever is given. */
export function isWorkerSecret(given: unknown, secret: string): boolean {
  return typeof given === 'string' && timingSafeEqual(digest(given), digest(secret))
}

const digest = (text: string): Buffer => createHash('sha256').update(text).digest()
