import { randomInt } from 'node:crypto'

/** Six random digits, as people read them off the screen. */
export const randomJoinCode = (): string => randomInt(1_000_000).toString().padStart(6, '0')

/** A code rests this long after its session is over, so that late-comers do not walk into strangers. */
export const joinCodeRestMs = 48 * 60 * 60 * 1000

export const isJoinCode = (text: string): boolean => /^\d{6}$/.test(text)
