import type { LimitName } from '@humuus/api'

export interface LimitRule {
  /** So many tries … */
  readonly points: number
  /** … within so many seconds. */
  readonly seconds: number
  /** Counted by each server for itself, because it is a matter of load and not of guessing. */
  readonly isLocal?: true
}

const minute = 60
const hour = 60 * minute

/**
 * How often is too often. A hall shares one address, so what people do by mistake has room in it; what only somebody who
 * guesses does, has not. See docs/security.md for what that makes of a guess.
 */
export const limitRules = {
  newDevicesByAddress: { points: 20_000, seconds: 10 * minute, isLocal: true },
  wrongCodesByAddress: { points: 60, seconds: 10 * minute },
  wrongCodesByAll: { points: 3_000, seconds: 10 * minute },
  wrongPasswordsByAddress: { points: 50, seconds: 15 * minute },
  wrongPasswordsByAccount: { points: 10, seconds: 15 * minute },
  wrongPasswordsByDevice: { points: 10, seconds: 15 * minute },
  wrongKeysByAddress: { points: 30, seconds: 10 * minute },
  // Judging a password keeps the whole server for a tenth of a second and more.
  newPasswordsByAll: { points: 30, seconds: 10, isLocal: true },
  // Rows on the disk, and codes of which there are a million.
  newWorkshopsByAddress: { points: 600, seconds: 10 * minute, isLocal: true },
  newSessionsByAddress: { points: 600, seconds: 10 * minute, isLocal: true },
  mailsByAddress: { points: 30, seconds: hour },
  mailsByRecipient: { points: 5, seconds: hour },
  exportsByAccount: { points: 10, seconds: hour },
  // Rows, and places on the disk.
  newUploadsByPerson: { points: 300, seconds: 10 * minute },
} as const satisfies Readonly<Record<LimitName, LimitRule>>
