import { WrongUse } from './wrong-use.ts'

export function wholeNumber(name: string, text: string, least: number, most: number): number {
  const number = /^\d+$/.test(text) ? Number(text) : Number.NaN
  if (number >= least && number <= most) return number
  throw new WrongUse(`${name} is a whole number from ${least} to ${most}, not "${text}"`)
}
